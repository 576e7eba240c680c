package io.astrochrome.trainer.service.model;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.ValidationFigures;
import io.astrochrome.trainer.service.TrainerChannels;
import io.astrochrome.trainer.service.log.AcknowledgedSend;
import io.astrochrome.trainer.service.log.PublishedModels;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Puts models into the object store, then says on {@code models.v1} that they are there. The same model is one event id. */
@Singleton
public class ModelPublisher {
    private static final String ONNX = "application/onnx";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectStore objects;
    private final PublishedModels published;
    private final Emitter<byte[]> models;

    ModelPublisher(
            ObjectStore objects, PublishedModels published, @Channel(TrainerChannels.MODELS) Emitter<byte[]> models) {
        this.objects = objects;
        this.published = published;
        this.models = models;
    }

    /**
     * Publishes what came of a run, unless another trainer has; returns when the broker has it. May be called again after a
     * failure.
     *
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not take it in time
     */
    public void publish(RunPlan plan, RunOutcome outcome) {
        if (published.modelOf(plan.runId()).isPresent()) {
            return;
        }
        Path file = outcome.model().orElseThrow();
        ModelPublished event = event(plan, outcome, objects.put(ObjectKeys.model(Sha256.of(file)), file, ONNX));
        AcknowledgedSend.send(
                models,
                CloudEvents.message(
                        EventType.MODEL_PUBLISHED,
                        TrainerChannels.SOURCE,
                        event.modelId(),
                        event.modelId(),
                        EventCodec.toJson(event)),
                PATIENCE);
    }

    private static ModelPublished event(RunPlan plan, RunOutcome outcome, ObjectReference object) {
        Recipe recipe = plan.recipe();
        ValidationFigures best = outcome.best();
        return new ModelPublished(
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
    }
}
