package io.astrochrome.trainer.service;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.ValidationFigures;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Puts models into the object store, then says on {@code models.v1} that they are there. The same model is one event id. */
@Singleton
class ModelPublisher {
    private static final String ONNX = "application/onnx";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectStore objects;
    private final Emitter<byte[]> models;

    ModelPublisher(ObjectStore objects, @Channel(TrainerChannels.MODELS) Emitter<byte[]> models) {
        this.objects = objects;
        this.models = models;
    }

    ObjectReference store(Path file) {
        return objects.put(ObjectKeys.model(sha256(file)), file, ONNX);
    }

    /**
     * Returns when the broker has it.
     *
     * @throws org.apache.kafka.common.KafkaException where it does not take it in time
     */
    void publish(RunPlan plan, RunOutcome outcome, ObjectReference object) {
        Recipe recipe = plan.recipe();
        ValidationFigures best = outcome.best();
        ModelPublished event = new ModelPublished(
                object.sha256(),
                recipe.name(),
                object,
                recipe.name(),
                recipe.hash(),
                plan.training().hash(),
                plan.commit(),
                recipe.seed(),
                recipe.finalSide(),
                best == null ? Map.of() : best.named(),
                PictureStatistics.of(plan.training()),
                recipe.export().licence(),
                plan.base() == null ? null : plan.base().modelId(),
                plan.runId(),
                Instant.now());
        Confirmed.send(
                models,
                CloudEvents.message(
                        EventType.MODEL_PUBLISHED,
                        TrainerChannels.SOURCE,
                        event.modelId(),
                        event.modelId(),
                        EventCodec.toJson(event)),
                PATIENCE);
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
