package io.astrochrome.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.testkit.StreamServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static StreamServers servers;
    private static KafkaClients clients;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        clients = new KafkaClients(TopicClient.METRICS, Map.of("bootstrap.servers", servers.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    /** Writes numbered records with those times into one partition, in a transaction that comes to that end. */
    private static void write(TopicPartition at, List<Integer> numbers, boolean commit) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int number : numbers) {
                byte[] value = Integer.toString(number).getBytes(UTF_8);
                var unused = producer.send(
                        new ProducerRecord<>(at.topic(), at.partition(), 1_000_000L + number, null, value));
            }
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
        // The end of a transaction is on its way when it is confirmed; whoever comes next under its name waits for it.
        try (var next = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            next.initTransactions();
        }
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Integer> read(LogReader log, List<LogRange> ranges) {
        List<Integer> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : log.records(ranges)) {
            read.add(Integer.valueOf(new String(record.value(), UTF_8)));
        }
        return read;
    }

    @Test
    void readsWhatTopicsHoldOnePartitionAfterTheOtherInTheirOrder() {
        write(new TopicPartition(Topics.FRAMES, 2), numbers(200, 240), true);
        write(new TopicPartition(Topics.FRAMES, 0), numbers(0, 40), true);

        try (LogReader log = new LogReader(clients.reading(Topics.FRAMES))) {
            List<Integer> all = new ArrayList<>(numbers(0, 40));
            all.addAll(numbers(200, 240));
            assertThat(read(log, log.all())).isEqualTo(all);
            assertThat(read(log, log.all())).as("once more").isEqualTo(all);
        }
    }

    @Test
    void readsTheNewestAndThatOfATimeAndThatBetweenOffsets() {
        TopicPartition at = new TopicPartition(Topics.QUALITY, 1);
        write(at, numbers(0, 50), true);

        try (LogReader log = new LogReader(clients.reading(Topics.QUALITY))) {
            // the transaction's end is an offset too
            assertThat(read(log, log.from(LogStart.newest(11)))).isEqualTo(numbers(40, 50));
            assertThat(read(log, log.between(Instant.ofEpochMilli(1_000_010), Instant.ofEpochMilli(1_000_020))))
                    .isEqualTo(numbers(10, 20));
            assertThat(read(log, log.between(null, Instant.ofEpochMilli(1_000_003))))
                    .isEqualTo(numbers(0, 3));
            assertThat(read(log, log.between(Instant.ofEpochMilli(9_000_000), null)))
                    .isEmpty();
            assertThat(read(log, List.of(new LogRange(at, 0, 50).within(45, 48))))
                    .isEqualTo(numbers(45, 48));
        }
    }

    @Test
    void findsOneRecordByItsOffset() throws Exception {
        TopicPartition at = new TopicPartition(Topics.TRAINING, 0);
        write(at, numbers(0, 30), true);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.deleteRecords(Map.of(at, RecordsToDelete.beforeOffset(10)))
                    .all()
                    .get();
        }

        try (LogReader log = new LogReader(clients.reading(Topics.TRAINING))) {
            assertThat(log.record(at, 17))
                    .hasValueSatisfying(
                            record -> assertThat(record.value()).asString(UTF_8).isEqualTo("17"));
            assertThat(log.record(at, 9)).as("let go of").isEmpty();
            assertThat(log.record(at, 30)).as("the transaction's end").isEmpty();
            assertThat(log.record(at, 10)).isPresent();
            assertThat(read(log, List.of(new LogRange(at, 0, 12)))).isEqualTo(numbers(10, 12));
            assertThat(read(log, List.of(new LogRange(at, 1000, 1002))))
                    .as("behind the end")
                    .isEmpty();
        }
    }

    @Test
    void leavesOutWhatWasNeverCommitted() {
        TopicPartition at = new TopicPartition(Topics.RETRAIN_REQUESTS, 0);
        write(at, numbers(0, 3), true);
        write(at, numbers(3, 6), false);

        try (LogReader log = new LogReader(clients.reading(Topics.RETRAIN_REQUESTS))) {
            assertThat(read(log, log.all())).isEqualTo(numbers(0, 3));
        }
    }

    @Test
    void saysThatTheBrokerDoesNotAnswer() {
        var nobody = new KafkaClients(TopicClient.METRICS, Map.of("bootstrap.servers", "127.0.0.1:9"));
        try (LogReader log =
                new LogReader(nobody.reading(Topics.QUALITY), LogSettings.DEFAULT.timeout(Duration.ofMillis(300)))) {
            assertThatThrownBy(log::all).isInstanceOf(KafkaException.class);
        }
    }
}
