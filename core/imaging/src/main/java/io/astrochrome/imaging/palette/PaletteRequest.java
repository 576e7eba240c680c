package io.astrochrome.imaging.palette;

import java.util.Optional;
import java.util.regex.Pattern;

/** What can be asked for when a frame is to be coloured, as it is written in events, parameters and settings. */
public sealed interface PaletteRequest {
    /** The palette of the target's own colour frames. */
    String TARGET = "target";

    /** Precedes the id of a frame whose colours are asked for. */
    String LIKE = "like:";

    /** Precedes the name of a look, of those that the model offers. */
    String LOOK = "look:";

    /** A palette by name. */
    record Named(Palette palette) implements PaletteRequest {}

    /** No palette: the model's own choice. */
    record None() implements PaletteRequest {}

    /** The colours of the target's own colour frames. */
    record OfTarget() implements PaletteRequest {}

    /**
     * The colours of another frame.
     *
     * @param frameId SHA-256 of its bytes, 64 lower-case hex digits
     */
    record Like(String frameId) implements PaletteRequest {
        private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

        public Like {
            if (!ID.matcher(frameId).matches()) {
                throw new IllegalArgumentException(
                        "palette " + LIKE + " must be followed by a frame's id of 64 hex digits, not " + frameId);
            }
        }
    }

    /**
     * A look of the model that colours the frame; one that does not offer it colours the frame as it does unasked.
     *
     * @param name small letters, digits and hyphens
     */
    record Look(String name) implements PaletteRequest {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        public Look {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("palette " + LOOK
                        + " must be followed by a look's name of small letters, digits and hyphens, not " + name);
            }
        }
    }

    /**
     * What the text asks for.
     *
     * @throws IllegalArgumentException where it is none of those; the message names them
     */
    static PaletteRequest parse(String text) {
        if (text.equals(Palettes.NONE)) {
            return new None();
        }
        if (text.equals(TARGET)) {
            return new OfTarget();
        }
        if (text.startsWith(LIKE)) {
            return new Like(text.substring(LIKE.length()));
        }
        if (text.startsWith(LOOK)) {
            return new Look(text.substring(LOOK.length()));
        }
        Optional<Palette> named = Palettes.named(text);
        return named.map(Named::new)
                .orElseThrow(
                        () -> new IllegalArgumentException("palette must be one of " + choices() + ", not " + text));
    }

    /**
     * Whether the colours are those of another picture of the place, and no name's or model's.
     *
     * @param text of a request; null where there was none
     */
    static boolean isOfPicture(String text) {
        return text != null && (text.equals(TARGET) || text.startsWith(LIKE));
    }

    /** All that can be asked for, for people. */
    static String choices() {
        return String.join(", ", Palettes.names()) + ", " + Palettes.NONE + ", " + TARGET + ", " + LOOK
                + "<a look's name> or " + LIKE + "<a frame's id>";
    }
}
