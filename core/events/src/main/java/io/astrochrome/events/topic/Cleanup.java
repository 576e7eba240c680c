package io.astrochrome.events.topic;

/** When a topic's oldest records go. */
public enum Cleanup {
    /** Never: what it holds is the history itself. */
    NEVER,
    /** When a partition has so many bytes as are set for it. */
    BY_SIZE,
    /** When they are as old as the broker's rule says. */
    BY_AGE
}
