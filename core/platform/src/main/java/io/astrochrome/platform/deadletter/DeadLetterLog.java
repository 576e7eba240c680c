package io.astrochrome.platform.deadletter;

import io.astrochrome.events.DeadLetterReplayed;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.OnlookerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Everything that could not be handled and is still on a dead-letter topic. Touches no group. Thread-safe. */
public final class DeadLetterLog {
    private static final Logger LOG = Logger.getLogger(DeadLetterLog.class);

    private final Map<String, Object> settings;

    /** Takes the Kafka connection; what is not a consumer's is left out. */
    public DeadLetterLog(Map<String, Object> broker) {
        settings = OnlookerSettings.of(broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }

    /**
     * The letters that are meant, newest first.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public List<StoredLetter> letters(LetterFilter filter) {
        Map<String, Instant> replayed = replayed();
        List<StoredLetter> letters = new ArrayList<>();
        visit(
                (letter, record) -> {
                    if (filter.takes(letter)) {
                        letters.add(letter);
                    }
                },
                replayed);
        letters.sort(Comparator.comparing(StoredLetter::at).reversed().thenComparing(StoredLetter::id));
        return letters;
    }

    /** Takes a letter and its record. */
    @FunctionalInterface
    interface Visitor {
        void visit(StoredLetter letter, ConsumerRecord<byte[], byte[]> record);
    }

    void visit(Visitor visitor, Map<String, Instant> replayed) {
        List<String> topics = Topics.ALL.stream().map(Topics::deadLetter).toList();
        try (var consumer = consumer()) {
            TopicScan.visit(
                    consumer,
                    topics,
                    record -> visitor.visit(StoredLetter.of(record, replayed.get(StoredLetter.id(record))), record));
        }
    }

    /** When each letter was put back, by its id. */
    Map<String, Instant> replayed() {
        Map<String, Instant> replayed = new HashMap<>();
        try (var consumer = consumer()) {
            TopicScan.visit(consumer, List.of(Topics.DEAD_LETTER_REPLAYS), record -> {
                try {
                    DeadLetterReplayed event = EventCodec.fromJson(record.value(), DeadLetterReplayed.class);
                    replayed.put(event.letterId(), event.at());
                } catch (EventFormatException e) {
                    LOG.warnf("%s at %d is passed over: %s", record.topic(), record.offset(), e.getMessage());
                }
            });
        }
        return replayed;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
