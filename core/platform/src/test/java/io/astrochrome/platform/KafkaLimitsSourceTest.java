package io.astrochrome.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaLimitsSourceTest {
    @Test
    void makesTheClientsLimitsFromTheOneValue() {
        SmallRyeConfig config = config(Map.of("astrochrome.kafka.max-message-bytes", "1000000"));

        assertThat(config.getValue("kafka.max.request.size", int.class)).isEqualTo(1_000_000 + Topics.HEADER_BYTES);
        assertThat(config.getValue("kafka.fetch.max.bytes", int.class)).isEqualTo(1_000_000 + Topics.HEADER_BYTES);
        assertThat(config.getValue("kafka.max.partition.fetch.bytes", int.class))
                .isEqualTo(1_000_000 + Topics.HEADER_BYTES);
        assertThat(config.getConfigMapping(KafkaLimits.class).maxValueBytes())
                .isEqualTo(1_000_000 - Topics.HEADER_BYTES);
    }

    @Test
    void allowsFourMebibytesWhereNothingIsSaid() {
        assertThat(config(Map.of()).getConfigMapping(KafkaLimits.class).maxMessageBytes())
                .isEqualTo(4 << 20);
    }

    @Test
    void namesTheKeyOfAWrongValue() {
        assertThatThrownBy(() -> config(Map.of("astrochrome.kafka.max-message-bytes", "4 MiB")))
                .hasStackTraceContaining("astrochrome.kafka.max-message-bytes must be a number of bytes, not 4 MiB");
        assertThatThrownBy(() -> config(Map.of("astrochrome.kafka.max-message-bytes", "1000")))
                .hasStackTraceContaining("astrochrome.kafka.max-message-bytes must be more than 65536 bytes, not 1000");
    }

    private static SmallRyeConfig config(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configured, "a service's own", 255))
                .withSources(new KafkaLimitsSource())
                .withMapping(KafkaLimits.class)
                .build();
    }
}
