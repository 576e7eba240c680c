package io.astrochrome.metrics.registry.decisions;

import io.astrochrome.events.EventType;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.metrics.registry.events.EventWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where decisions about models are made, one at a time: each is in the log before it is returned. A decision whose id was
 * made before is not made again. Thread-safe.
 */
@ApplicationScoped
public class DecisionWriter {
    private static final Logger LOG = Logger.getLogger(DecisionWriter.class);
    private static final Trial NO_TRIAL = new Trial(null, null);

    private final ModelRegistry registry;
    private final EventWriter events;

    DecisionWriter(ModelRegistry registry, EventWriter events) {
        this.registry = registry;
        this.events = events;
    }

    /** The id of a decision that a person makes: never the same. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The first champion, or the file that takes its place. */
    synchronized Optional<ModelDecision> register(String modelId, ObjectReference object, Decider by) {
        return write(
                "registered-" + modelId,
                ModelDecision.CHAMPION,
                DecisionKind.REGISTERED,
                new Holder(modelId, object, false, NO_TRIAL),
                modelId,
                by,
                Map.of());
    }

    /**
     * Makes a model champion; it is no challenger any more.
     *
     * @throws DecisionRefusedException where there is no such model, or it is champion already
     */
    public synchronized Optional<ModelDecision> promote(
            String decisionId, String modelId, Decider by, Map<String, Double> figures)
            throws DecisionRefusedException {
        ObjectReference object = file(modelId);
        if (modelId.equals(holder(ModelDecision.CHAMPION).modelId)) {
            throw new DecisionRefusedException("model " + modelId + " is champion already");
        }
        boolean wasOnTrial = modelId.equals(holder(ModelDecision.CHALLENGER).modelId);
        Optional<ModelDecision> made = write(
                decisionId,
                ModelDecision.CHAMPION,
                DecisionKind.PROMOTED,
                new Holder(modelId, object, pinned(), NO_TRIAL),
                modelId,
                by,
                figures);
        if (wasOnTrial) {
            endTrial(decisionId + "-withdrawn", modelId, new Decider(by.name(), "it is champion now"), figures);
        }
        return made;
    }

    /** Keeps why a model was not let in; the champion stays who it is. */
    public synchronized Optional<ModelDecision> refuse(
            String decisionId, String modelId, Decider by, Map<String, Double> figures) {
        return write(
                decisionId,
                ModelDecision.CHAMPION,
                DecisionKind.REFUSED,
                holder(ModelDecision.CHAMPION),
                modelId,
                by,
                figures);
    }

    /**
     * Gives the place back to the champion before.
     *
     * @throws DecisionRefusedException where there was none
     */
    public synchronized Optional<ModelDecision> rollBack(String decisionId, Decider by, Map<String, Double> figures)
            throws DecisionRefusedException {
        ModelDecision before = registry.championBefore()
                .orElseThrow(() -> new DecisionRefusedException("there was no champion before the present one"));
        return write(
                decisionId,
                ModelDecision.CHAMPION,
                DecisionKind.ROLLED_BACK,
                new Holder(before.modelId(), before.object(), pinned(), NO_TRIAL),
                Objects.requireNonNull(holder(ModelDecision.CHAMPION).modelId, "somebody came after it"),
                by,
                figures);
    }

    /**
     * Pins the champion, or lets the rules decide again.
     *
     * @throws DecisionRefusedException where there is no champion, or it is so already
     */
    public synchronized Optional<ModelDecision> pin(String decisionId, boolean pinned, Decider by)
            throws DecisionRefusedException {
        Holder champion = holder(ModelDecision.CHAMPION);
        if (champion.modelId == null) {
            throw new DecisionRefusedException("there is no champion");
        }
        if (champion.pinned == pinned) {
            throw new DecisionRefusedException("the champion is " + (pinned ? "pinned" : "not pinned") + " already");
        }
        return write(
                decisionId,
                ModelDecision.CHAMPION,
                pinned ? DecisionKind.PINNED : DecisionKind.UNPINNED,
                new Holder(champion.modelId, champion.object, pinned, NO_TRIAL),
                champion.modelId,
                by,
                Map.of());
    }

    /**
     * Tries a model beside the champion.
     *
     * @param canaryShare of the targets, for a canary; otherwise null
     * @throws DecisionRefusedException where there is no such model, or it is champion
     */
    public synchronized Optional<ModelDecision> tryOut(
            String decisionId,
            String modelId,
            ChallengerMode mode,
            @Nullable Double canaryShare,
            Decider by,
            Map<String, Double> figures)
            throws DecisionRefusedException {
        ObjectReference object = file(modelId);
        if (modelId.equals(holder(ModelDecision.CHAMPION).modelId)) {
            throw new DecisionRefusedException("model " + modelId + " is champion");
        }
        return write(
                decisionId,
                ModelDecision.CHALLENGER,
                DecisionKind.ON_TRIAL,
                new Holder(modelId, object, false, new Trial(mode, canaryShare)),
                modelId,
                by,
                figures);
    }

    /**
     * Ends the challenger's trial.
     *
     * @throws DecisionRefusedException where there is no challenger
     */
    public synchronized Optional<ModelDecision> withdraw(String decisionId, Decider by, Map<String, Double> figures)
            throws DecisionRefusedException {
        String challenger = holder(ModelDecision.CHALLENGER).modelId;
        if (challenger == null) {
            throw new DecisionRefusedException("there is no challenger");
        }
        return endTrial(decisionId, challenger, by, figures);
    }

    private Optional<ModelDecision> endTrial(
            String decisionId, String challenger, Decider by, Map<String, Double> figures) {
        return write(
                decisionId,
                ModelDecision.CHALLENGER,
                DecisionKind.WITHDRAWN,
                new Holder(null, null, false, NO_TRIAL),
                challenger,
                by,
                figures);
    }

    private boolean pinned() {
        return holder(ModelDecision.CHAMPION).pinned;
    }

    private ObjectReference file(String modelId) throws DecisionRefusedException {
        return registry.log()
                .file(modelId)
                .orElseThrow(() -> new DecisionRefusedException("there is no model " + modelId));
    }

    private Holder holder(String alias) {
        return registry.inForce(alias)
                .map(decision -> new Holder(
                        decision.modelId(),
                        decision.object(),
                        decision.pinned(),
                        new Trial(decision.mode(), decision.canaryShare())))
                .orElse(new Holder(null, null, false, NO_TRIAL));
    }

    private Optional<ModelDecision> write(
            String decisionId,
            String alias,
            DecisionKind kind,
            Holder holder,
            String subject,
            Decider by,
            Map<String, Double> figures) {
        if (registry.knows(decisionId)) {
            return Optional.empty();
        }
        ModelDecision decision = new ModelDecision(
                decisionId,
                alias,
                kind,
                holder.modelId,
                holder.object,
                holder(alias).modelId,
                subject,
                holder.trial.mode,
                holder.trial.canaryShare,
                holder.pinned,
                by.reason(),
                by.name(),
                FiniteFigures.of(figures),
                Instant.now());
        events.write(Topics.MODEL_DECISIONS, EventType.MODEL_DECISION, decisionId, alias, decision);
        registry.log().decided(decision);
        LOG.infof("%s: %s of model %s by %s: %s", alias, kind, subject, by.name(), by.reason());
        return Optional.of(decision);
    }

    /** Who has an alias, and how. */
    private record Holder(
            @Nullable String modelId, @Nullable ObjectReference object, boolean pinned, Trial trial) {}

    /** How a challenger is tried. */
    private record Trial(
            @Nullable ChallengerMode mode, @Nullable Double canaryShare) {}
}
