package io.astrochrome.colorize.stream.publish;

import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogRange;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.platform.log.LogSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * What a run before this one, or another instance, published and had not committed: after a crash those records come again. It
 * may be much, since a commit waits for the slowest frame while others are published. So each partition of {@code colorized.v1},
 * which has the events of the same partition of {@code lab-tensors.v1}, is read from its end backwards, until more events of
 * committed records have come than can have been under way beside the first that was not: what is before these is committed. Joins
 * no group.
 *
 * @param colorized of {@code colorized.v1}
 * @param underWay most records between arrival and commit
 * @param patience how long to wait for an answer of the broker
 */
public record PublishedFrames(TopicReader colorized, int underWay, Duration patience) {
    /** What is read of a partition at least. */
    static final int LEAST = 64;

    /** What is read of a partition at most; as many as are remembered. */
    static final int MOST = 20_000;

    /** Long enough for a broker that is busy. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(PublishedFrames.class);
    private static final String ID_HEADER = "ce_id";

    /**
     * The pictures' ids of what may come again; fewer where the broker does not give them in time, which costs at most a repeated
     * event.
     *
     * @param committed the offset from which each partition comes again; of one that is not named its newest events are read
     */
    public Set<String> pictureIds(Map<Integer, Long> committed) {
        Set<String> ids = new LinkedHashSet<>();
        try (LogReader log = new LogReader(colorized, LogSettings.DEFAULT.timeout(patience))) {
            for (LogRange all : log.all()) {
                long from = committed.getOrDefault(all.partition().partition(), Long.MAX_VALUE);
                int window = LEAST;
                while (!read(log, all, window, from, ids) && window < MOST && window < all.length()) {
                    window *= 2;
                }
            }
        } catch (KafkaException e) {
            LOG.warnf("what was published last is not known, a frame may be published again: %s", e.getMessage());
        }
        return ids;
    }

    /** Whether what is before so many of the newest is committed. */
    private boolean read(LogReader log, LogRange all, int window, long from, Set<String> ids) {
        int committed = 0;
        for (ConsumerRecord<byte[], byte[]> event : log.records(List.of(all.within(all.end() - window, all.end())))) {
            header(event, ID_HEADER).map(ColorizedPublisher::pictureId).ifPresent(ids::add);
            Optional<SourcePosition> source =
                    header(event, SourcePosition.HEADER).flatMap(SourcePosition::of);
            if (source.isEmpty() || source.get().offset() < from) {
                committed++;
            }
        }
        return committed > underWay || from == Long.MAX_VALUE;
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
