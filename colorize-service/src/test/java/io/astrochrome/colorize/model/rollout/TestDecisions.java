package io.astrochrome.colorize.model.rollout;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Decides, as whoever decides would: models into the store, decisions onto the log. */
public final class TestDecisions implements AutoCloseable {
    private final ObjectStore store;
    private final KafkaProducer<String, byte[]> producer;

    public TestDecisions(String bootstrapServers, ObjectStore store) {
        this.store = store;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Puts a model into the store. */
    public ObjectReference publish(TinyModel model) {
        try {
            Path file = Files.createTempFile("published", ".onnx");
            try {
                model.write(file);
                return store.put(ObjectKeys.model(Sha256.of(file)), file, "application/octet-stream");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a model the champion; null gives the shipped one the alias. */
    public ModelDecision champion(ObjectReference model) {
        return write(ModelDecision.CHAMPION, DecisionKind.PROMOTED, model, null, null);
    }

    /** Gives the champion's place back to a model. */
    public ModelDecision rollBack(ObjectReference to) {
        return write(ModelDecision.CHAMPION, DecisionKind.ROLLED_BACK, to, null, null);
    }

    /** Tries a model. */
    public ModelDecision challenger(ObjectReference model, ChallengerMode mode, Double share) {
        return write(ModelDecision.CHALLENGER, DecisionKind.ON_TRIAL, model, mode, share);
    }

    /** Tries nobody. */
    public ModelDecision noChallenger() {
        return write(ModelDecision.CHALLENGER, DecisionKind.WITHDRAWN, null, null, null);
    }

    private ModelDecision write(
            String alias, DecisionKind kind, ObjectReference model, ChallengerMode mode, Double share) {
        String modelId = model == null ? null : model.sha256();
        ModelDecision decision = new ModelDecision(
                UUID.randomUUID().toString(),
                alias,
                kind,
                modelId,
                model,
                null,
                modelId,
                mode,
                share,
                false,
                "the test wants it",
                "a test",
                Map.of(),
                Instant.now());
        Future<?> unused =
                producer.send(new ProducerRecord<>(Topics.MODEL_DECISIONS, alias, EventCodec.toJson(decision)));
        producer.flush();
        return decision;
    }

    @Override
    public void close() {
        producer.close();
    }
}
