package io.astrochrome.platform.deadletter;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterReplayed;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogRange;
import io.astrochrome.platform.log.LogReader;
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

    private static final Comparator<StoredLetter> NEWEST_FIRST =
            Comparator.comparing(StoredLetter::at).reversed().thenComparing(StoredLetter::id);

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
        found.sort(NEWEST_FIRST);
        return found;
    }

    /**
     * The newest letters that are meant, newest first. Each dead-letter topic is read from its end backwards, no further than is
     * needed: what a page shows does not cost the more the more has piled up.
     *
     * @param most how many at most
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public List<StoredLetter> newest(LetterFilter filter, int most) {
        Map<String, Instant> replayed = replayed();
        List<StoredLetter> found = new ArrayList<>();
        try (LogReader log = new LogReader(letters)) {
            for (LogRange partition : log.all()) {
                found.addAll(newest(log, partition, filter, most, replayed));
            }
        }
        found.sort(NEWEST_FIRST);
        return found.subList(0, Math.min(most, found.size()));
    }

    private static List<StoredLetter> newest(
            LogReader log, LogRange all, LetterFilter filter, int most, Map<String, Instant> replayed) {
        List<StoredLetter> found = new ArrayList<>();
        long end = all.end();
        while (found.size() < most && end > all.first()) {
            long first = Math.max(all.first(), end - most);
            for (ConsumerRecord<byte[], byte[]> record : log.records(List.of(all.within(first, end)))) {
                StoredLetter letter = StoredLetter.of(record, replayed.get(StoredLetter.id(record)));
                if (filter.takes(letter)) {
                    found.add(letter);
                }
            }
            end = first;
        }
        return found;
    }

    /** Takes a letter and its record. */
    @FunctionalInterface
    interface Visitor {
        void visit(StoredLetter letter, ConsumerRecord<byte[], byte[]> record);
    }

    void visit(Visitor visitor, Map<String, Instant> replayed) {
        try (LogReader log = new LogReader(letters)) {
            for (ConsumerRecord<byte[], byte[]> record : log.records(log.all())) {
                visitor.visit(StoredLetter.of(record, replayed.get(StoredLetter.id(record))), record);
            }
        }
    }

    /** When each letter was put back, by its id. */
    Map<String, Instant> replayed() {
        Map<String, Instant> replayed = new HashMap<>();
        try (LogReader log = new LogReader(replays)) {
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
