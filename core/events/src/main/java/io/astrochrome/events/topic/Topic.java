package io.astrochrome.events.topic;

import io.astrochrome.events.EventType;

/**
 * A topic and what is on it.
 *
 * @param name with its version
 * @param key what the Kafka key is; records of one key are in order
 * @param event the record whose values it holds
 * @param type of its CloudEvents
 * @param cleanup when its oldest records go
 * @param holds what a record says, for people
 */
public record Topic(
        String name, String key, Class<? extends Record> event, EventType type, Cleanup cleanup, String holds) {
    private static final String TARGET = "target";

    /** Whether its records are spread over partitions by target, as many as the topics that it is joined with. */
    public boolean isByTarget() {
        return key.equals(TARGET);
    }
}
