package io.astrochrome.embedded;

import java.util.Map;

/**
 * A topic to be made.
 *
 * @param configuration by the broker's names, such as {@code retention.ms} or {@code max.message.bytes}
 */
public record TopicSettings(String name, int partitions, Map<String, String> configuration) {
    public TopicSettings {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a topic's name must not be blank");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic " + name + " must have at least one partition, not " + partitions);
        }
        configuration = Map.copyOf(configuration);
    }
}
