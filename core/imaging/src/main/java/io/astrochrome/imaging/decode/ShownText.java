package io.astrochrome.imaging.decode;

import java.util.regex.Pattern;

/**
 * Text from outside as logs, terminals and pages may show it: one line without control characters, marks that turn the
 * direction of writing, and halves of characters, so that it can neither pretend to be another line nor command a terminal.
 */
public final class ShownText {
    /** Unicode's control, format, surrogate and separator characters, with the white space around them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private ShownText() {}

    /** The text with one space for each run of what is not shown, none around it. */
    public static String of(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }

    /** As {@link #of(String)}, of at most so many UTF-16 units, and never half a character. */
    public static String of(String text, int maxLength) {
        String shown = of(text);
        if (shown.length() <= maxLength) {
            return shown;
        }
        int end = Character.isHighSurrogate(shown.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return shown.substring(0, end).strip();
    }
}
