package io.astrochrome.imaging.palette;

import java.util.Optional;
import java.util.regex.Pattern;

/** What can be asked for when a frame is to be coloured, as it is written in events, parameters and settings. */
public sealed interface PaletteRequest {
    /** The palette of the target's own colour frames. */
    String TARGET = "target";

    /** Precedes the id of a frame whose colours are asked for. */
    String LIKE = "like:";

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
        Optional<Palette> named = Palettes.named(text);
        return named.map(Named::new)
                .orElseThrow(
                        () -> new IllegalArgumentException("palette must be one of " + choices() + ", not " + text));
    }

    /** All that can be asked for, for people. */
    static String choices() {
        return String.join(", ", Palettes.names()) + ", " + Palettes.NONE + ", " + TARGET + " or " + LIKE
                + "<a frame's id>";
    }
}
