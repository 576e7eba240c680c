package io.astrochrome.imaging.palette;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
     * A look of the model that colours the frame; one that does not offer it colours the frame as it does unasked. Written as
     * its name, and where it is not to be as vivid as it is {@code *} and the factor: {@code look:natural*1.3}.
     *
     * @param name small letters, digits and hyphens
     * @param vividness times that of the look, from {@value #PALEST} to {@value #MOST_VIVID}
     */
    record Look(String name, float vividness) implements PaletteRequest {
        /** The least that a look's vividness is multiplied by. */
        public static final float PALEST = 0.1f;

        /** The most that a look's vividness is multiplied by. */
        public static final float MOST_VIVID = 2;

        private static final Pattern WRITTEN =
                Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)(?:\\*([0-9](?:\\.[0-9]{1,3})?))?");

        public Look {
            if (!(vividness >= PALEST && vividness <= MOST_VIVID)) {
                throw new IllegalArgumentException("a look's vividness is multiplied by " + PALEST + " to " + MOST_VIVID
                        + ", not by " + vividness);
            }
        }

        private static Look written(String text) {
            Matcher matcher = WRITTEN.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("palette " + LOOK
                        + " must be followed by a look's name of small letters, digits and hyphens, not " + text);
            }
            return new Look(matcher.group(1), matcher.group(2) == null ? 1 : Float.parseFloat(matcher.group(2)));
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
            return Look.written(text.substring(LOOK.length()));
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
    static boolean isOfPicture(@Nullable String text) {
        return text != null && (text.equals(TARGET) || text.startsWith(LIKE));
    }

    /** All that can be asked for, for people. */
    static String choices() {
        return String.join(", ", Palettes.names()) + ", " + Palettes.NONE + ", " + TARGET + ", " + LOOK
                + "<a look's name> or " + LIKE + "<a frame's id>";
    }
}
