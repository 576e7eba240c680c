package io.astrochrome.colorize.settings;

/**
 * How a challenger is tried, with every rule checked.
 *
 * @param mostFailures frames that it may fail to colour until it is set aside
 * @param mostSlowdown its time for a pixel, in the champion's, beyond which it is set aside
 * @param shadowBacklog frames that wait to be coloured unseen; the oldest are passed over beyond that
 */
public record ChallengerSettings(int mostFailures, double mostSlowdown, int shadowBacklog) {
    private static final String PREFIX = "astrochrome.colorize.challenger.";

    public ChallengerSettings {
        if (mostFailures < 1) {
            throw new IllegalArgumentException(PREFIX + "most-failures must be at least 1, not " + mostFailures);
        }
        if (!(mostSlowdown >= 1)) {
            throw new IllegalArgumentException(PREFIX + "most-slowdown must be at least 1, not " + mostSlowdown);
        }
        if (shadowBacklog < 1 || shadowBacklog > 4096) {
            throw new IllegalArgumentException(
                    PREFIX + "shadow-backlog must be between 1 and 4096, not " + shadowBacklog);
        }
    }
}
