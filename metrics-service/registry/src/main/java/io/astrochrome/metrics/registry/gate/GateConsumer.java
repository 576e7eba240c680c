package io.astrochrome.metrics.registry.gate;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.metrics.registry.decisions.Decider;
import io.astrochrome.metrics.registry.decisions.DecisionRefusedException;
import io.astrochrome.metrics.registry.decisions.DecisionWriter;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import io.astrochrome.metrics.registry.decisions.ShippedModel;
import io.astrochrome.metrics.registry.tensors.TensorIndex;
import io.astrochrome.platform.consumer.ConsumerLoop;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/**
 * Judges every model that is published, whoever trained it, one after the other. A model's offset is committed when the
 * decision about it is in the log, and a decision's id is made of the model's: a restart at any moment judges again, and
 * decides once.
 */
@ApplicationScoped
public class GateConsumer {
    private static final Logger LOG = Logger.getLogger(GateConsumer.class);
    private static final String NAME = "gate";

    /** One instance of the group judges a model; the table of topics knows it. */
    private static final String GROUP = "metrics-service-gate";

    private static final Duration POLL = Duration.ofMillis(500);

    /** Measuring takes minutes on a busy machine; the group must not give the model to somebody else meanwhile. */
    private static final int LONGEST_EXAMINATION_MILLIS = 3_600_000;

    /** A killed process's models are given to the next after it. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private static final int TOPIC_IS_LOOKED_FOR_MILLIS = 5000;

    private final GateConfig config;
    private final ModelRegistry registry;
    private final ShippedModel shipped;
    private final TensorIndex index;
    private final ModelEvaluation evaluation;
    private final DecisionWriter decisions;
    private final TopicReader models;
    private final ConsumerLoop loop;

    GateConsumer(
            GateConfig config,
            KafkaClients clients,
            ModelRegistry registry,
            ShippedModel shipped,
            TensorIndex index,
            ModelEvaluation evaluation,
            DecisionWriter decisions) {
        this.config = config;
        this.registry = registry;
        this.shipped = shipped;
        this.index = index;
        this.evaluation = evaluation;
        this.decisions = decisions;
        this.models = clients.reading(Topics.MODELS);
        this.loop = new ConsumerLoop(NAME, models, settings(), this::follow);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_EXAMINATION_MILLIS);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, TOPIC_IS_LOOKED_FOR_MILLIS);
        return settings;
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.subscribe(models.topics());
        while (loop.isOpen()) {
            if (!(registry.isCaughtUp() && shipped.isSettled() && index.isCaughtUp())) {
                loop.pause();
                continue;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
                consumer.commitSync();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            judge(EventCodec.fromJson(record.value(), ModelPublished.class));
        } catch (EventFormatException e) {
            LOG.warnf("a record of %s at %d is passed over: %s", record.topic(), record.offset(), e.getMessage());
        }
    }

    private void judge(ModelPublished model) {
        String decisionId = "gate-" + model.modelId();
        Optional<ModelDecision> champion = registry.inForce(ModelDecision.CHAMPION);
        if (registry.knows(decisionId)
                || registry.knows("registered-" + model.modelId())
                || champion.filter(held -> model.modelId().equals(held.modelId()))
                        .isPresent()) {
            return;
        }
        LOG.infof("model %s (%s) is at the gate", model.modelId(), model.modelName());
        ObjectReference held = champion.map(ModelDecision::object).orElse(null);
        ModelEvaluation.Result result = evaluation.examine(model.object(), held);
        try {
            decide(decisionId, model, champion, result);
        } catch (DecisionRefusedException e) {
            LOG.infof("nothing to decide about model %s: %s", model.modelId(), e.getMessage());
        }
    }

    private void decide(
            String decisionId, ModelPublished model, Optional<ModelDecision> champion, ModelEvaluation.Result result)
            throws DecisionRefusedException {
        GateVerdict verdict = result.verdict();
        Map<String, Double> figures = result.figures();
        Decider gate = new Decider(NAME, verdict.reason());
        if (verdict instanceof GateVerdict.Unfounded) {
            decisions.refuse(decisionId + "-unfounded", model.modelId(), gate, figures);
        } else if (verdict instanceof GateVerdict.Refused) {
            decisions.refuse(decisionId, model.modelId(), gate, figures);
        } else if (champion.filter(ModelDecision::pinned).isPresent()) {
            String reason = verdict.reason() + "; but the champion is pinned";
            decisions.refuse(decisionId, model.modelId(), new Decider(NAME, reason), figures);
        } else {
            admit(decisionId, model.modelId(), gate, figures);
        }
    }

    private void admit(String decisionId, String modelId, Decider by, Map<String, Double> figures)
            throws DecisionRefusedException {
        switch (config.trial()) {
            case NONE -> decisions.promote(decisionId, modelId, by, figures);
            case SHADOW -> decisions.tryOut(decisionId, modelId, ChallengerMode.SHADOW, null, by, figures);
            case CANARY ->
                decisions.tryOut(decisionId, modelId, ChallengerMode.CANARY, config.canaryShare(), by, figures);
        }
    }
}
