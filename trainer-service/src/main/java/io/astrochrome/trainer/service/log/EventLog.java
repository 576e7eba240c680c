package io.astrochrome.trainer.service.log;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** The events that a short topic holds at the moment of asking. */
@Singleton
public class EventLog {
    private static final Logger LOG = Logger.getLogger(EventLog.class);

    private final Map<String, TopicReader> readers = new HashMap<>();

    EventLog(KafkaClients clients) {
        for (String topic : List.of(Topics.TRAINING, Topics.MODELS, Topics.MODEL_DECISIONS)) {
            readers.put(topic, clients.reading(topic));
        }
    }

    /**
     * Shows every event with the time of its record, in the order of its partition.
     *
     * @param topic {@code training.v1}, {@code models.v1} or {@code model-decisions.v1}
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public <T extends Record> void read(String topic, Class<T> type, BiConsumer<T, Instant> each) {
        try (LogReader log = new LogReader(Objects.requireNonNull(readers.get(topic), topic))) {
            for (ConsumerRecord<byte[], byte[]> record : log.records(log.all())) {
                try {
                    each.accept(EventCodec.fromJson(record.value(), type), Instant.ofEpochMilli(record.timestamp()));
                } catch (EventFormatException e) {
                    LOG.debugf("%s at %d is passed over: %s", topic, record.offset(), e.getMessage());
                }
            }
        }
    }
}
