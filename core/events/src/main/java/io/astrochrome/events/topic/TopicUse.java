package io.astrochrome.events.topic;

import org.jspecify.annotations.Nullable;

/**
 * What a client does with a topic, and what for.
 *
 * @param topic its name, or a dead-letter topic's
 * @param group the consumer group, whose name begins with the client's; null where it writes, or belongs to none
 * @param purpose for people
 */
public record TopicUse(
        TopicClient client,
        TopicAccess access,
        String topic,
        @Nullable String group,
        String purpose) {
    public TopicUse {
        if (group != null && (access != TopicAccess.READS || !group.startsWith(client.clientName()))) {
            throw new IllegalArgumentException(
                    "group must be a reader's, and begin with " + client.clientName() + ", unlike " + group);
        }
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose must say what " + client + " needs " + topic + " for");
        }
    }
}
