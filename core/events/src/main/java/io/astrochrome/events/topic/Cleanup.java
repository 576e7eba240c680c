package io.astrochrome.events.topic;

/** When a topic's oldest records go. */
public enum Cleanup {
    /** Never: what it holds is the history itself. */
    NEVER,
    /** When there is a newer one of the same key; the newest of each key stays for ever. */
    BY_KEY,
    /** When they are as old as {@link TopicRetention#AGE}, or a partition has {@link TopicRetention#PARTITION_BYTES}. */
    BY_SIZE,
    /** When they are as old as {@link TopicRetention#AGE}. */
    BY_AGE,
    /**
     * When they are as old as {@link TopicRetention#LETTERS_AGE}, or a partition has {@link TopicRetention#LETTERS_BYTES}: whoever
     * would look at them has had the time.
     */
    UNHEEDED
}
