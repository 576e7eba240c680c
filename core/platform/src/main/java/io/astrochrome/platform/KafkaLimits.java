package io.astrochrome.platform;

import io.astrochrome.events.Topics;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How large a record may be: one value, from which the topics' limit, the producers' and the consumers' are made. The
 * clients' part is done by {@link KafkaLimitsSource}; nothing has to be said in a service's own configuration.
 */
@ConfigMapping(prefix = "astrochrome.kafka")
public interface KafkaLimits {
    /** The largest record that a topic takes, in bytes; whoever makes the topics sets {@code max.message.bytes} to it. */
    @WithDefault(KafkaLimitsSource.DEFAULT_MAX_MESSAGE_BYTES)
    int maxMessageBytes();

    /** The largest value to send, in bytes: what is left beside the key, the headers and the record's own fields. */
    default int maxValueBytes() {
        return maxMessageBytes() - Topics.HEADER_BYTES;
    }
}
