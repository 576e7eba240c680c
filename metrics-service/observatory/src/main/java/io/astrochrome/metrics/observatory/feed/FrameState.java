package io.astrochrome.metrics.observatory.feed;

/** How far a frame on the page has come. */
public enum FrameState {
    /** Taken in, not coloured yet. */
    ARRIVED,
    /** Coloured by a model. */
    COLOURED
}
