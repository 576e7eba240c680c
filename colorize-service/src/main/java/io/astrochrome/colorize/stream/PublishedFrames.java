package io.astrochrome.colorize.stream;

import io.astrochrome.events.Topics;
import io.astrochrome.platform.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * What a run before this one, or another instance, published last. After a crash the records whose offsets were not
 * committed come again, and are among these where their frames were published. Joins no group; reads the end of each partition once.
 */
final class PublishedFrames {
    /** More than is coloured between two commits, which are a second apart. */
    static final int LAST_OF_EACH_PARTITION = 64;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(PublishedFrames.class);
    private static final String ID_HEADER = "ce_id";
    private static final Duration POLL = Duration.ofMillis(200);

    private PublishedFrames() {}

    /**
     * The frames of the last events; fewer where the broker does not give them in time, which costs at most a repeated event.
     *
     * @param colorized of {@code colorized.v1}
     * @param last how many of each partition
     * @param patience how long to wait for the broker
     */
    static Set<String> frameIds(TopicReader colorized, int last, Duration patience) {
        Map<String, Object> settings =
                Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        Set<String> ids = new LinkedHashSet<>();
        try (var consumer = colorized.open(settings)) {
            read(consumer, ids, last, patience);
        } catch (KafkaException e) {
            LOG.warnf("what was published last is not known, a frame may be published again: %s", e.getMessage());
        }
        return ids;
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, Set<String> ids, int last, Duration patience) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.COLORIZED).stream()
                .map(partition -> new TopicPartition(Topics.COLORIZED, partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach((partition, end) -> consumer.seek(partition, Math.max(begins.get(partition), end - last)));
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                Header id = event.headers().lastHeader(ID_HEADER);
                if (id != null) {
                    ids.add(ColorizedPublisher.frameId(new String(id.value(), StandardCharsets.UTF_8)));
                }
            }
        }
    }
}
