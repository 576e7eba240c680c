package io.astrochrome.events;

/** How an exposure is seen. */
public enum SubShown {
    /** In a picture of its target's stacks that has its id. */
    STACK,
    /** By itself. */
    SINGLE,
    /** In the next picture of the stacks, or not at all where it is in none. */
    NOT_ITSELF
}
