package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class ScoringSettingsTest {
    private static final String INSTANCE = StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    private static final Map<String, Object> CLIENT =
            Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "SSL");

    private record Config(Path stateDirectory, int rememberedFrames) implements ScoringConfig {}

    private static Map<String, Object> of(String folder) {
        return ScoringSettings.of(CLIENT, new Config(Path.of(folder), 10));
    }

    @Test
    void areWhatKafkaStreamsTakes() {
        assertThatCode(() -> new StreamsConfig(of("state"))).doesNotThrowAnyException();
    }

    @Test
    void keepHowTheBrokerIsReached() {
        assertThat(of("state")).containsAllEntriesOf(CLIENT);
    }

    @Test
    void nameOneFolderHoweverItIsWritten() {
        Map<String, Object> plain = of("state/one");

        assertThat(Path.of((String) plain.get(StreamsConfig.STATE_DIR_CONFIG))).isAbsolute();
        assertThat(of("state/./two/../one")).isEqualTo(plain);
        assertThat(of(Path.of("state/one").toAbsolutePath().toString())).isEqualTo(plain);
    }

    @Test
    void takeARestartedInstanceForTheSameAndAnotherFoldersForAnother() {
        assertThat(of("state").get(INSTANCE)).isEqualTo(of("state").get(INSTANCE));
        assertThat(of("state").get(INSTANCE)).isNotEqualTo(of("another").get(INSTANCE));
        assertThat((String) of("state").get(INSTANCE))
                .as("what Kafka takes for a name")
                .matches("[a-zA-Z0-9._-]{1,249}");
    }

    @Test
    void beginWithTheOldestRecordAndKeepNothingBack() {
        assertThat(of("state"))
                .containsEntry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest")
                .containsEntry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L)
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "metrics-service");
    }
}
