package io.astrochrome.platform.deadletter;

import io.astrochrome.events.DeadLetterReplayed;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.platform.log.LogSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Everything that could not be handled and is still on a dead-letter topic. Touches no group. Thread-safe. */
public final class DeadLetterQueue {
    private static final Logger LOG = Logger.getLogger(DeadLetterQueue.class);
    private static final LogSettings COMMITTED = LogSettings.DEFAULT.onlyCommitted();

    private final TopicReader letters;
    private final TopicReader replays;

    /** Takes the clients of whoever looks. */
    public DeadLetterQueue(KafkaClients clients) {
        letters = clients.reading(Topics.ALL.stream().map(Topics::deadLetter).toList());
        replays = clients.reading(Topics.DEAD_LETTER_REPLAYS);
    }

    /**
     * The letters that are meant, newest first.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public List<StoredLetter> letters(LetterFilter filter) {
        Map<String, Instant> replayed = replayed();
        List<StoredLetter> found = new ArrayList<>();
        visit(
                (letter, record) -> {
                    if (filter.takes(letter)) {
                        found.add(letter);
                    }
                },
                replayed);
        found.sort(Comparator.comparing(StoredLetter::at).reversed().thenComparing(StoredLetter::id));
        return found;
    }

    /** Takes a letter and its record. */
    @FunctionalInterface
    interface Visitor {
        void visit(StoredLetter letter, ConsumerRecord<byte[], byte[]> record);
    }

    void visit(Visitor visitor, Map<String, Instant> replayed) {
        try (LogReader log = new LogReader(letters, COMMITTED)) {
            for (ConsumerRecord<byte[], byte[]> record : log.records(log.all())) {
                visitor.visit(StoredLetter.of(record, replayed.get(StoredLetter.id(record))), record);
            }
        }
    }

    /** When each letter was put back, by its id. */
    Map<String, Instant> replayed() {
        Map<String, Instant> replayed = new HashMap<>();
        try (LogReader log = new LogReader(replays, COMMITTED)) {
            for (ConsumerRecord<byte[], byte[]> record : log.records(log.all())) {
                try {
                    DeadLetterReplayed event = EventCodec.fromJson(record.value(), DeadLetterReplayed.class);
                    replayed.put(event.letterId(), event.at());
                } catch (EventFormatException e) {
                    LOG.warnf("%s at %d is passed over: %s", record.topic(), record.offset(), e.getMessage());
                }
            }
        }
        return replayed;
    }
}
