package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.metrics.registry.decisions.Decider;
import io.astrochrome.metrics.registry.decisions.DecisionRefusedException;
import io.astrochrome.metrics.registry.decisions.DecisionWriter;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import io.astrochrome.metrics.registry.gate.GateConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What frames' scores say after the gate: a new champion that does worse than the one before goes, and a challenger is
 * promoted or withdrawn. A pinned champion stays, and so does a challenger that a person put there, unless it is worse.
 */
@ApplicationScoped
class ChampionRules {
    private static final Logger LOG = Logger.getLogger(ChampionRules.class);
    private static final String GATE = "gate";

    private final RetrainingConfig.Rollback rollback;
    private final GateConfig gate;
    private final ModelRegistry registry;
    private final DecisionWriter decisions;

    ChampionRules(RetrainingConfig config, GateConfig gate, ModelRegistry registry, DecisionWriter decisions) {
        this.rollback = config.rollback();
        this.gate = gate;
        this.registry = registry;
        this.decisions = decisions;
    }

    void apply(ScoreHistory scores, Instant now) {
        try {
            rollBack(scores);
            endTrial(scores, now);
        } catch (DecisionRefusedException e) {
            LOG.infof("nothing is decided: %s", e.getMessage());
        }
    }

    private void rollBack(ScoreHistory scores) throws DecisionRefusedException {
        int frames = rollback.frames();
        Optional<ModelDecision> before = registry.championBefore();
        Optional<ModelDecision> since =
                registry.championSince().filter(decision -> decision.kind() == DecisionKind.PROMOTED);
        boolean pinned = registry.inForce(ModelDecision.CHAMPION)
                .filter(ModelDecision::pinned)
                .isPresent();
        if (frames == 0 || pinned || since.isEmpty() || before.isEmpty()) {
            return;
        }
        Optional<ModelComparison> compared = ModelComparison.of(
                scores,
                since.get().requireModelId(),
                since.get().at(),
                before.get().requireModelId(),
                frames);
        if (compared.isPresent() && compared.get().fall() > rollback.fall()) {
            decisions.rollBack(
                    "rollback-" + since.get().decisionId(),
                    new Decider("rollback", text("it gains", compared.get(), "the champion before it")),
                    figures(compared.get()));
        }
    }

    private void endTrial(ScoreHistory scores, Instant now) throws DecisionRefusedException {
        Optional<ModelDecision> trial =
                registry.inForce(ModelDecision.CHALLENGER).filter(decision -> decision.modelId() != null);
        Optional<ModelDecision> champion =
                registry.inForce(ModelDecision.CHAMPION).filter(decision -> decision.modelId() != null);
        if (trial.isEmpty() || champion.isEmpty()) {
            return;
        }
        ModelDecision challenger = trial.get();
        String id = "trial-" + challenger.decisionId();
        if (challenger.requireModelId().equals(champion.get().modelId())) {
            // Whoever promoted it was killed before the trial was ended.
            decisions.withdraw(id, new Decider("trial", "it is champion now"), Map.of());
            return;
        }
        Optional<ModelComparison> compared = ModelComparison.of(
                scores,
                challenger.requireModelId(),
                challenger.at(),
                champion.get().requireModelId(),
                1);
        int enough = rollback.frames();
        double fall = compared.map(ModelComparison::fall).orElse(0.0);
        boolean over = now.isAfter(challenger.at().plus(gate.trialTime()));
        if (compared.isPresent()
                && ((enough > 0 && compared.get().frames() >= enough && fall > rollback.fall())
                        || (over && fall > gate.gainTolerance()))) {
            Decider rule = new Decider("trial", text("it gains", compared.get(), "the champion"));
            decisions.withdraw(id, rule, figures(compared.get()));
        } else if (over
                && GATE.equals(challenger.decidedBy())
                && !champion.get().pinned()) {
            String reason = compared.map(c -> text("its trial is over: it gains", c, "the champion"))
                    .orElse("its trial is over, and no frame whose colours are known speaks against it");
            decisions.promote(
                    id,
                    challenger.requireModelId(),
                    new Decider("trial", reason),
                    compared.map(ChampionRules::figures).orElse(Map.of()));
        }
    }

    private static String text(String begin, ModelComparison compared, String other) {
        return String.format(
                Locale.ROOT,
                "%s %.2f dB over grey on %d frames, %s %.2f dB on as many of the same targets",
                begin,
                compared.gainDecibels(),
                compared.frames(),
                other,
                compared.otherGainDecibels());
    }

    private static Map<String, Double> figures(ModelComparison compared) {
        return Map.of(
                "frames", (double) compared.frames(),
                "gainDecibels", compared.gainDecibels(),
                "otherGainDecibels", compared.otherGainDecibels());
    }
}
