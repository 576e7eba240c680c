package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.Cleanup;
import io.astrochrome.events.topic.TopicRetention;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.testkit.StoredDocument;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of how long records stay is the same everywhere; Compose is held to Kubernetes by a test of its own. */
class RetentionTest {
    /** Kafka's default: a partition is let go of by whole segments, the newest of which stays. */
    private static final long SEGMENT_BYTES = 1L << 30;

    private static final long GIBI = 1L << 30;
    private static final double MOST_OF_A_VOLUME = 0.8;
    private static final long YEAR_MINUTES = Duration.ofDays(365).toMinutes();

    @Test
    void kubernetesKeepsRecordsAsTheTableSays() {
        assertThat(Manifests.all(KafkaTopic.class)).isNotEmpty().allSatisfy(topic -> {
            String name = topic.getMetadata().getName();
            Map<String, String> settings = new TreeMap<>();
            topic.getSpec().getConfig().forEach((key, value) -> settings.put(key, value.toString()));
            settings.keySet().removeAll(Set.of("max.message.bytes", "min.insync.replicas"));

            assertThat(settings).as(name).isEqualTo(TopicRetention.of(name));
        });
    }

    @Test
    void thePageForOperatorsSaysTheSame() throws IOException {
        List<String> rows = Files.readAllLines(StoredDocument.project().resolve("deploy/docs/operating.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        for (String topic : Topics.withDeadLetters()) {
            String shown = Topics.ALL.contains(topic) ? topic : "*.dlq";
            assertThat(rows)
                    .as(topic)
                    .filteredOn(row -> row.contains("`" + shown + "`")
                            && row.substring(0, row.indexOf('|', 1)).contains(shown))
                    .singleElement()
                    .asString()
                    .contains("| " + words(TopicTable.cleanup(topic)) + " |");
        }
    }

    private static String words(Cleanup cleanup) {
        long days = TopicRetention.AGE.toDays();
        return switch (cleanup) {
            case NEVER -> "for ever";
            case BY_KEY -> "the newest of each key, for ever";
            case BY_AGE -> days + " days";
            case BY_SIZE -> bounded(days, TopicRetention.PARTITION_BYTES);
            case UNHEEDED -> bounded(TopicRetention.LETTERS_AGE.toDays(), TopicRetention.LETTERS_BYTES);
        };
    }

    private static String bounded(long days, long bytes) {
        return days + " days, at most " + bytes / GIBI + " GiB a partition";
    }

    /** With as many brokers as replicas, each has every partition. */
    @Test
    void aBrokersVolumeHoldsAllThatItsTopicsMayGrowTo() {
        Map<String, Object> pool = Manifests.documents("KafkaNodePool").get(0);
        String size = Yamls.map(pool, "spec", "storage").get("size").toString();
        assertThat(size).endsWith("Gi");
        long volume = Long.parseLong(size.replace("Gi", "")) * GIBI;

        long bounded = Manifests.all(KafkaTopic.class).stream()
                .mapToLong(topic -> topic.getSpec().getPartitions()
                        * mostBytes(TopicRetention.of(topic.getMetadata().getName())))
                .sum();

        assertThat(bounded).isPositive().isLessThanOrEqualTo((long) (MOST_OF_A_VOLUME * volume));
    }

    /** Of a partition; 0 where size is no matter. */
    private static long mostBytes(Map<String, String> settings) {
        String bytes = settings.get("retention.bytes");
        return bytes == null ? 0 : Long.parseLong(bytes) + SEGMENT_BYTES;
    }

    @Test
    void aGroupFindsItsPlaceAgainAfterAYear() {
        Map<String, Object> compose = Yamls.one(StoredDocument.project().resolve("deploy/compose/compose.yaml"));
        assertThat(Yamls.map(compose, "services", "kafka", "environment"))
                .containsEntry("KAFKA_OFFSETS_RETENTION_MINUTES", Long.toString(YEAR_MINUTES));
        Map<String, Object> kafka = Manifests.documents("Kafka").get(0);
        assertThat(Yamls.map(kafka, "spec", "kafka", "config").get("offsets.retention.minutes"))
                .hasToString(Long.toString(YEAR_MINUTES));
        assertThat(YEAR_MINUTES).isGreaterThan(TopicRetention.AGE.toMinutes());
    }

    @Test
    void everyWayToKeepRecordsIsUsed() {
        assertThat(Topics.withDeadLetters().stream().map(TopicTable::cleanup).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Cleanup.values());
    }
}
