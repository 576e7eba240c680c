package io.astrochrome.colorize.stream.queue;

/** The channels' names in configuration, and the stage's in dead letters. */
public final class Channels {
    /** Reads {@code lab-tensors.v1}. */
    public static final String LAB_TENSORS = "lab-tensors";

    /** Writes {@code colorized.v1}. */
    public static final String COLORIZED = "colorized";

    /** Writes {@code colorized-shadow.v1}. */
    public static final String COLORIZED_SHADOW = "colorized-shadow";

    /** This service in dead letters. */
    public static final String STAGE = "colorize";

    /** This service in CloudEvents' source. */
    public static final String SOURCE = "colorize-service";

    private Channels() {}
}
