package io.astrochrome.metrics.registry.decisions;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The models and the decisions about them, read from the log's beginning: both topics are short and kept for ever. Every
 * instance has all of it. Thread-safe.
 */
@ApplicationScoped
public class ModelRegistry {
    private static final Logger LOG = Logger.getLogger(ModelRegistry.class);

    private final RegistryState log = new RegistryState();
    private final Meters meters;
    private final Event<ModelsChanged> changes;
    private final LogFollower follower;

    ModelRegistry(KafkaClients clients, Meters meters, Event<ModelsChanged> changes) {
        this.meters = meters;
        this.changes = changes;
        follower = new LogFollower(
                "model-registry",
                clients.reading(Topics.MODELS, Topics.MODEL_DECISIONS),
                LogSettings.DEFAULT,
                this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.MODELS)) {
                log.published(EventCodec.fromJson(record.value(), ModelPublished.class));
            } else {
                log.decided(EventCodec.fromJson(record.value(), ModelDecision.class));
            }
            tell();
        } catch (EventFormatException e) {
            LOG.warnf("%s at %d is passed over: %s", record.topic(), record.offset(), e.getMessage());
        }
    }

    private void tell() {
        Map<List<String>, Double> since = new HashMap<>();
        log.championSince().ifPresent(champion -> since.put(row(champion), seconds(champion)));
        log.inForce(ModelDecision.CHALLENGER)
                .filter(challenger -> challenger.modelId() != null)
                .ifPresent(challenger -> since.put(row(challenger), seconds(challenger)));
        meters.replace(Meter.MODEL_SINCE, since);
        if (isCaughtUp()) {
            changes.fire(new ModelsChanged());
        }
    }

    private List<String> row(ModelDecision holder) {
        String label = ModelLabel.of(holder.requireModelId());
        String name = log.model(holder.requireModelId())
                .map(ModelPublished::modelName)
                .orElse(label);
        return List.of(holder.alias(), label, name);
    }

    private static double seconds(ModelDecision decision) {
        return decision.at().toEpochMilli() / 1000.0;
    }

    /** Whether all that was in the log when the service started is known. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    RegistryState log() {
        return log;
    }

    /** The newest decision about that alias. */
    public Optional<ModelDecision> inForce(String alias) {
        return log.inForce(alias);
    }

    /** The decision that made the present champion champion; later ones may have pinned it or refused others. */
    public Optional<ModelDecision> championSince() {
        return log.championSince();
    }

    /** The decision that made the champion before the present one champion. */
    public Optional<ModelDecision> championBefore() {
        return log.championBefore();
    }

    /** Whether a decision of that id has been made. */
    public boolean knows(String decisionId) {
        return log.knows(decisionId);
    }

    /** Every decision, newest first. */
    public List<ModelDecision> decisions() {
        return log.newestFirst();
    }

    /** Every model, in the order they were published. */
    public List<ModelPublished> models() {
        return log.models();
    }

    /** A model that was published. */
    public Optional<ModelPublished> model(String modelId) {
        return log.model(modelId);
    }
}
