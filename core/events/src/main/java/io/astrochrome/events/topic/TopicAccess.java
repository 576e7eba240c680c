package io.astrochrome.events.topic;

/** What a client does with a topic. */
public enum TopicAccess {
    /** Takes records from it, in a consumer group or as somebody who looks on. */
    READS,
    /** Adds records to it. */
    WRITES,
    /** Adds records to it that were on it before: dead letters that are put back. */
    PUTS_BACK;

    /** Whether it needs the right to write. */
    public boolean isWriting() {
        return this != READS;
    }
}
