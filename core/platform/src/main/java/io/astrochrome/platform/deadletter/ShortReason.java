package io.astrochrome.platform.deadletter;

/** Reasons as they are shown: of a long one the beginning, which says so. */
public final class ShortReason {
    private static final int MAX_LENGTH = 2000;

    private ShortReason() {}

    /**
     * The reason, or its beginning. It is never cut within a character of two chars: half of one cannot be written as JSON, and
     * all that is listed with it would not be shown.
     */
    public static String of(String reason) {
        if (reason.length() <= MAX_LENGTH) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return reason.substring(0, end) + "…";
    }
}
