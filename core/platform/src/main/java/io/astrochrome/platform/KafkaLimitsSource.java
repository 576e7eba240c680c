package io.astrochrome.platform;

import io.astrochrome.events.Topics;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes the Kafka clients' limits from {@value #KEY}. A producer may send {@link Topics#HEADER_BYTES} more than a topic
 * takes, so that a record at the limit still fits into the dead-letter topic with the headers that say why it is there;
 * a consumer asks for as much as one record may be, and gets at least one. It leaves out what a transaction did not commit: dead letters
 * are put back in one. Lower in rank than a service's own
 * configuration, which may override each.
 */
public final class KafkaLimitsSource implements ConfigSourceFactory {
    static final String KEY = "astrochrome.kafka.max-message-bytes";
    static final String DEFAULT_MAX_MESSAGE_BYTES = "4194304";

    /** Below a service's application.yaml (255), above the defaults of libraries (100). */
    private static final int ORDINAL = 150;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue configured = context.getValue(KEY);
        String text =
                configured == null || configured.getValue() == null ? DEFAULT_MAX_MESSAGE_BYTES : configured.getValue();
        return List.of(new PropertiesConfigSource(limits(maxMessageBytes(text)), "Kafka limits from " + KEY, ORDINAL));
    }

    /** Runs after the sources that it reads. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static int maxMessageBytes(String text) {
        try {
            int bytes = Integer.parseInt(text.strip());
            if (bytes > Topics.HEADER_BYTES && bytes <= Integer.MAX_VALUE - Topics.HEADER_BYTES) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(KEY + " must be a number of bytes, not " + text, e);
        }
        throw new IllegalArgumentException(KEY + " must be more than " + Topics.HEADER_BYTES + " bytes, not " + text);
    }

    static Map<String, String> limits(int maxMessageBytes) {
        String most = Integer.toString(maxMessageBytes + Topics.HEADER_BYTES);
        return Map.of(
                KEY,
                Integer.toString(maxMessageBytes),
                "kafka.max.request.size",
                most,
                "kafka.fetch.max.bytes",
                most,
                "kafka.max.partition.fetch.bytes",
                most,
                "kafka.isolation.level",
                "read_committed");
    }
}
