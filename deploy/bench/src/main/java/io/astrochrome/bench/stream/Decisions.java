package io.astrochrome.bench.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Decides who is champion, and sees how soon colorize obeys. */
public final class Decisions implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 10;

    /** Of {@code metadata_props} in ONNX's ModelProto: field 14, length-delimited. */
    private static final int METADATA_TAG = 14 << 3 | 2;

    private final Path model;
    private final MinioObjectStore store;
    private final KafkaProducer<String, byte[]> producer;
    private final URI colorize;

    /** Decides over the models of a stream. */
    public Decisions(BenchStack stack, Path model) throws IOException {
        this.model = model;
        this.store = new MinioObjectStore(stack.store());
        TopicRights.of(TopicClient.BENCH).toWrite(List.of(Topics.MODEL_DECISIONS));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.running().addresses().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        this.colorize = stack.running().addresses().of(Service.COLORIZE).resolve("/model");
    }

    /** Puts a copy of the model into the store, with another note in its metadata and so of another id. */
    public ObjectReference publish(int copy) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(Files.readAllBytes(model));
        var note = field(1, "bench.copy") + field(2, Integer.toString(copy));
        bytes.write(METADATA_TAG);
        bytes.write(note.length());
        bytes.write(note.getBytes(StandardCharsets.US_ASCII));
        return store.put(
                ObjectKeys.model(Sha256.of(bytes.toByteArray())), bytes.toByteArray(), "application/octet-stream");
    }

    /** A short text as protobuf has it. */
    private static String field(int number, String text) {
        return "" + (char) (number << 3 | 2) + (char) text.length() + text;
    }

    /** Makes a model the champion; how long it took until it was, in seconds. */
    double decide(ObjectReference next) throws IOException, InterruptedException, MeasurementException {
        var begin = System.nanoTime();
        announce(next);
        while (!next.sha256()
                .equals(JSON.readTree(colorize.toURL()).path("modelId").asText())) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new MeasurementException("colorize does not obey a decision");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Says who is champion from now on, and does not look who obeys. */
    public void announce(ObjectReference next) {
        var decision = new ModelDecision(
                UUID.randomUUID().toString(),
                ModelDecision.CHAMPION,
                DecisionKind.PROMOTED,
                next.sha256(),
                next,
                null,
                next.sha256(),
                null,
                null,
                false,
                "to see how long it takes",
                "bench",
                Map.of(),
                Instant.now());
        Future<?> unused = producer.send(
                new ProducerRecord<>(Topics.MODEL_DECISIONS, ModelDecision.CHAMPION, EventCodec.toJson(decision)));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        store.close();
    }
}
