package io.astrochrome.metrics.registry.decisions;

import io.astrochrome.events.EventType;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.metrics.registry.events.EventWriter;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes the file that ships with the installation the first champion, so that history begins there: puts it into the store,
 * says so on {@code models.v1} and decides. Each step may be done twice. A file that has been exchanged takes its
 * predecessor's place only while nobody has been promoted; later it is a model like any other, and the gate's to judge.
 */
@ApplicationScoped
public class ShippedModel {
    private static final Logger LOG = Logger.getLogger(ShippedModel.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final String ONNX = "application/onnx";

    private final Path file;
    private final ModelRegistry registry;
    private final DecisionWriter decisions;
    private final EventWriter events;
    private final ObjectStore objects;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean settled;

    ShippedModel(
            ModelsConfig config,
            ModelRegistry registry,
            DecisionWriter decisions,
            EventWriter events,
            ObjectStore objects) {
        this.file = config.shipped();
        this.registry = registry;
        this.decisions = decisions;
        this.events = events;
        this.objects = objects;
    }

    void start(@Observes StartupEvent event) {
        if (!Files.isRegularFile(file)) {
            LOG.infof("no model ships at %s: history begins with the first that is published", file);
            settled = true;
            return;
        }
        Thread thread = new Thread(this::untilDone, "shipped-model");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        closing.countDown();
    }

    /** Whether the file has its place in history, or never will have. */
    public boolean isSettled() {
        return settled;
    }

    private void untilDone() {
        while (!settled) {
            try {
                settled = registry.isCaughtUp() && settle(file);
            } catch (RuntimeException e) {
                LOG.warnf("the shipped model waits for broker and store: %s", e.getMessage());
            }
            try {
                if (closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean settle(Path onnx) {
        try (ColourModel model = ColourModel.load(onnx, SessionSettings.cpu(1))) {
            String id = model.modelId();
            boolean first = registry.inForce(ModelDecision.CHAMPION).isEmpty();
            boolean exchanged = registry.championSince()
                    .filter(since -> since.kind() == DecisionKind.REGISTERED)
                    .filter(since -> !id.equals(since.modelId()))
                    .isPresent();
            if (first || exchanged || registry.model(id).isEmpty()) {
                ObjectReference object = objects.put(ObjectKeys.model(id), onnx, ONNX);
                if (first || exchanged) {
                    // Decided before it is published: the gate is not asked about it.
                    decisions.register(id, object, new Decider("installation", "it is the model that ships"));
                }
                events.write(Topics.MODELS, EventType.MODEL_PUBLISHED, id, id, published(model.metadata(), object));
            }
        } catch (ModelRejectedException e) {
            LOG.errorf("the shipped model takes no part: %s", e.getMessage());
        }
        return true;
    }

    private static ModelPublished published(ModelMetadata metadata, ObjectReference object) {
        return new ModelPublished(
                object.sha256(),
                metadata.name(),
                object,
                metadata.recipe(),
                metadata.recipeHash(),
                metadata.dataHash(),
                metadata.commit(),
                metadata.seed(),
                metadata.side(),
                metadata.quality(),
                Map.of(),
                metadata.licence(),
                null,
                "shipped",
                Instant.now());
    }
}
