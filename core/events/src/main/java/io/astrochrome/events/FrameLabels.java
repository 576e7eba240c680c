package io.astrochrome.events;

/** Names of labels of {@link FrameIngested} that services act upon. */
public final class FrameLabels {
    /** {@code no} for an exposure that is to be shown by itself, whatever is done with its target's others. */
    public static final String STACK = "stack";

    /** What the filter in front of the camera is called, for frames whose header names none. */
    public static final String FILTER = "filter";

    /** What the frame shows, such as {@code galaxy} or {@code nebula}. */
    public static final String CLASS = "class";

    private FrameLabels() {}
}
