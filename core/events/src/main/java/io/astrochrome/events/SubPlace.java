package io.astrochrome.events;

/** Where an exposure is. */
public enum SubPlace {
    /** In the stack of its role. */
    STACKED,
    /** In none, because it is not good enough, not of this field, or no light frame. */
    REFUSED,
    /** In none, because a person took it out. */
    TAKEN_OUT
}
