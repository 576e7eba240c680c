package io.astrochrome.colorize.stream.publish;

import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.platform.log.LogSettings;
import io.astrochrome.platform.log.LogStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * What a run before this one, or another instance, published last. After a crash the records whose offsets were not
 * committed come again, and are among these where their frames were published. Joins no group; reads the end of each partition once.
 */
public final class PublishedFrames {
    /** More than is coloured between two commits, which are a second apart. */
    public static final int LAST_OF_EACH_PARTITION = 64;

    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(PublishedFrames.class);
    private static final String ID_HEADER = "ce_id";

    private PublishedFrames() {}

    /**
     * The pictures' ids of the last events; fewer where the broker does not give them in time, which costs at most a repeated event.
     *
     * @param colorized of {@code colorized.v1}
     * @param last how many of each partition
     * @param patience how long to wait for an answer of the broker
     */
    public static Set<String> pictureIds(TopicReader colorized, int last, Duration patience) {
        Set<String> ids = new LinkedHashSet<>();
        try (LogReader log = new LogReader(colorized, LogSettings.DEFAULT.timeout(patience))) {
            for (ConsumerRecord<byte[], byte[]> event : log.records(log.from(LogStart.newest(last)))) {
                Header id = event.headers().lastHeader(ID_HEADER);
                if (id != null) {
                    ids.add(ColorizedPublisher.pictureId(new String(id.value(), StandardCharsets.UTF_8)));
                }
            }
        } catch (KafkaException e) {
            LOG.warnf("what was published last is not known, a frame may be published again: %s", e.getMessage());
        }
        return ids;
    }
}
