package io.astrochrome.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.deadletter.DeadLetterReplayed;
import io.astrochrome.events.deadletter.ReplayHeaders;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts dead letters back on the topic that they came from: key and value untouched, the dead letter's headers replaced by
 * {@link ReplayHeaders}. Each letter goes back once, however often it is asked for: the record and the mark that it was put
 * back are one Kafka transaction, and a second replay at the same time ends the first. A record that fails again is a new
 * letter, which tells how often it was tried. A record that several stages gave up goes back once in a replay. Thread-safe.
 */
public final class DeadLetterReplay {
    /** One for all, so that two replays at a time cannot both put a letter back. */
    public static final String TRANSACTIONAL_ID = "dead-letter-replay";

    private static final String SOURCE = "dead-letter-replay";

    /** Readers wait for the end of a transaction, so that one whose replay was killed must not stay open for long. */
    private static final int TRANSACTION_MILLIS = 10_000;

    private static final Map<String, Object> TRANSACTIONS = Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            TRANSACTIONAL_ID,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            TRANSACTION_MILLIS,
            ProducerConfig.ACKS_CONFIG,
            "all");

    private final TopicWriter topics;
    private final DeadLetterQueue log;

    /** Takes the clients of whoever puts back. */
    public DeadLetterReplay(KafkaClients clients) {
        this.topics = clients.writing(Topics.ALL);
        this.log = new DeadLetterQueue(clients);
    }

    /**
     * Puts back what is meant and was not before.
     *
     * @param by a person, or the program that asks
     * @throws org.apache.kafka.common.errors.ProducerFencedException where another replay has begun meanwhile
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer; what was put back stays so
     */
    public ReplayOutcome replay(LetterFilter filter, String by) {
        try (var producer = topics.open(new ByteArraySerializer(), TRANSACTIONS)) {
            producer.initTransactions(); // before looking, so that nobody else can put back what is seen here
            Run run = new Run(producer, by);
            log.visit(
                    (letter, record) -> {
                        if (filter.takes(letter)) {
                            run.take(letter, record);
                        }
                    },
                    log.replayed());
            return new ReplayOutcome(run.replayed, run.before, run.unknown);
        }
    }

    /** One replay. For one thread. */
    private static final class Run {
        private final KafkaProducer<byte[], byte[]> producer;
        private final String by;
        private final Set<String> sources = new HashSet<>();
        private int replayed;
        private int before;
        private int unknown;

        Run(KafkaProducer<byte[], byte[]> producer, String by) {
            this.producer = producer;
            this.by = by;
        }

        void take(StoredLetter letter, ConsumerRecord<byte[], byte[]> record) {
            if (letter.replayedAt() != null) {
                before++;
            } else if (!Topics.ALL.contains(letter.topic())) {
                unknown++;
            } else {
                Instant now = Instant.now();
                producer.beginTransaction();
                if (sources.add(letter.source())) {
                    send(original(letter, record, now));
                }
                send(mark(letter, now));
                producer.commitTransaction();
                replayed++;
            }
        }

        private void send(ProducerRecord<byte[], byte[]> record) {
            Future<?> unused = producer.send(record); // the commit waits for it, and tells
        }

        private ProducerRecord<byte[], byte[]> original(
                StoredLetter letter, ConsumerRecord<byte[], byte[]> record, Instant now) {
            var original = new ProducerRecord<>(letter.topic(), record.key(), record.value());
            for (Header header : record.headers()) {
                if (!header.key().startsWith(DeadLetterHeaders.PREFIX)
                        && !header.key().startsWith("replayed-")) {
                    original.headers().add(header);
                }
            }
            add(original, ReplayHeaders.FROM, letter.id());
            add(original, ReplayHeaders.AT, now.toString());
            add(original, ReplayHeaders.BY, by);
            add(original, ReplayHeaders.STAGE, letter.stage());
            add(original, ReplayHeaders.ATTEMPT, Integer.toString(letter.attempts() + 1));
            return original;
        }

        private ProducerRecord<byte[], byte[]> mark(StoredLetter letter, Instant now) {
            var event = new DeadLetterReplayed(letter.id(), letter.topic(), letter.stage(), by, now);
            var text = CloudEvents.record(
                    Topics.DEAD_LETTER_REPLAYS,
                    EventType.DEAD_LETTER_REPLAYED,
                    SOURCE,
                    letter.id(),
                    letter.id(),
                    EventCodec.toJson(event));
            return new ProducerRecord<>(text.topic(), null, text.key().getBytes(UTF_8), text.value(), text.headers());
        }

        private static void add(ProducerRecord<?, ?> record, String name, String value) {
            record.headers().add(name, value.getBytes(UTF_8));
        }
    }
}
