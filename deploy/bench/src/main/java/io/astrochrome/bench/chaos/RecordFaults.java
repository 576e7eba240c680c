package io.astrochrome.bench.chaos;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that are nothing, on the topics that bring frames to their colours. */
final class RecordFaults implements AutoCloseable {
    private static final List<String> TOPICS = List.of(Topics.FRAMES, Topics.LAB_TENSORS);
    private static final int MOST_BYTES = 4000;
    private static final int TARGETS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final KafkaProducer<String, byte[]> producer;
    private int sent;

    RecordFaults(String bootstrapServers) {
        TopicRights.of(TopicClient.BENCH).toWrite(TOPICS);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One for each topic. */
    List<Fault> all() {
        return TOPICS.stream()
                .map(topic -> new Fault("nothing on " + topic, random -> send(topic, random)))
                .toList();
    }

    /** How many there are that somebody must put aside. */
    int sent() {
        return sent;
    }

    private void send(String topic, SplittableRandom random) throws Exception {
        var nothing = new byte[random.nextInt(MOST_BYTES)];
        random.nextBytes(nothing);
        var record = new ProducerRecord<>(topic, "field " + random.nextInt(TARGETS), nothing);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isTaken(record)) {
            if (System.nanoTime() > end) {
                throw new IOException("the broker has taken no record for " + PATIENCE.toMinutes() + " minutes");
            }
        }
        sent++;
    }

    /** Where the broker is away it is tried again: it is a fault once it is there. */
    private boolean isTaken(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            producer.send(record).get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
