package io.astrochrome.events;

/** What a frame was taken in for. */
public enum Purpose {
    /** To be coloured; never trained on. */
    LIVE,
    /** To be learnt from. */
    TRAIN,
    /** To measure models with; never trained on. */
    VALIDATION
}
