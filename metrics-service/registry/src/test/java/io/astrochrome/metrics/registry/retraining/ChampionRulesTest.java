package io.astrochrome.metrics.registry.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.metrics.registry.decisions.Decisions;
import io.astrochrome.metrics.registry.gate.ConfiguredGate;
import io.astrochrome.metrics.registry.gate.GateConfig;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChampionRulesTest {
    private static final int FRAMES = 3;
    private static final double ROLLBACK_FALL = 0.3;
    private static final double GATE_TOLERANCE = 0.05;
    private static final Duration TRIAL = Duration.ofHours(1);

    private static final String OLD = Decisions.id("old");
    private static final String NEW = Decisions.id("new");

    private final Decisions decisions = new Decisions();
    private final ScoreHistory scores = new ScoreHistory();
    private int frames;

    private ChampionRules rules(int rollbackFrames) {
        return new ChampionRules(
                new Config(true, null, null, null, null, null, null, null, new Rollback(rollbackFrames, ROLLBACK_FALL)),
                new ConfiguredGate(
                        8, 40, 0.01, GATE_TOLERANCE, 0.8, 1.5, 1.25, 1.25, 1, GateConfig.TrialKind.SHADOW, 0.2, TRIAL),
                decisions.registry(),
                decisions.writer());
    }

    private record Rollback(int frames, double fall) implements RetrainingConfig.Rollback {}

    private record Config(
            boolean enabled,
            Duration lookEvery,
            Duration coolDown,
            String recipe,
            RetrainingConfig.NewFrames newFrames,
            RetrainingConfig.Drift drift,
            RetrainingConfig.Gain gain,
            RetrainingConfig.Schedule schedule,
            RetrainingConfig.Rollback rollback)
            implements RetrainingConfig {}

    private void look() {
        rules(FRAMES).apply(scores, Instant.now());
    }

    private void lookAfterTheTrial() {
        rules(FRAMES).apply(scores, Instant.now().plus(TRIAL).plusSeconds(60));
    }

    private void scored(String name, int count, double gain) {
        for (int i = 0; i < count; i++) {
            scores.take(new FrameScored(
                    SampleFrame.sha256("frame " + frames++),
                    "M 42",
                    Purpose.LIVE,
                    Decisions.id(name),
                    28 + gain,
                    28,
                    1e-3,
                    2e-3,
                    0.9,
                    0.8,
                    4,
                    6,
                    0.8,
                    Instant.now()));
        }
    }

    @Test
    void aNewChampionThatDoesWorseThanTheOneBeforeGoes() throws Exception {
        decisions.registered("old");
        ModelDecision promotion = decisions.promoted("new");
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, 0.5);

        look();

        assertThat(decisions.champion()).isEqualTo(OLD);
        ModelDecision made = decisions.newest();
        assertThat(made.kind()).isEqualTo(DecisionKind.ROLLED_BACK);
        assertThat(made.decisionId()).isEqualTo("rollback-" + promotion.decisionId());
        assertThat(made.reason())
                .isEqualTo("it gains 0.50 dB over grey on 3 frames, the champion before it 1.00 dB on as many of the"
                        + " same targets");
        assertThat(made.figures()).containsEntry("gainDecibels", 0.5).containsEntry("frames", 3.0);
        look();
        assertThat(decisions.newest()).as("it is decided once").isEqualTo(made);
    }

    @Test
    void aFallWithinWhatIsToleratedIsNoReasonNorIsTooFewFramesNorARuleThatIsOff() throws Exception {
        decisions.registered("old");
        decisions.promoted("new");
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, 0.75);
        look();
        assertThat(decisions.champion()).isEqualTo(NEW);

        decisions.promoted("newest");
        scored("newest", FRAMES - 1, -9);
        look();
        assertThat(decisions.champion()).as("too few").isEqualTo(Decisions.id("newest"));

        scored("newest", 1, -9);
        rules(0).apply(scores, Instant.now());
        assertThat(decisions.champion()).as("switched off").isEqualTo(Decisions.id("newest"));
    }

    @Test
    void aPinnedChampionStaysHoweverItDoes() throws Exception {
        decisions.registered("old");
        decisions.promoted("new");
        decisions.pinned();
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, -9);

        look();

        assertThat(decisions.champion()).isEqualTo(NEW);
    }

    @Test
    void whoWasChampionFromTheStartHasNobodyToGoBackTo() throws Exception {
        decisions.registered("old");
        scored("old", FRAMES, -9);

        look();

        assertThat(decisions.newest().kind()).isEqualTo(DecisionKind.REGISTERED);
    }

    @Test
    void aChallengerOfTheGatesIsPromotedWhenItsTrialIsOverAndNotBefore() throws Exception {
        decisions.registered("old");
        ModelDecision trial = decisions.onTrial("new", "gate");
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, 1.2);
        look();
        assertThat(decisions.champion()).as("it is on trial still").isEqualTo(OLD);

        lookAfterTheTrial();

        assertThat(decisions.champion()).isEqualTo(NEW);
        assertThat(decisions.challenger()).isNull();
        assertThat(decisions.registry().knows("trial-" + trial.decisionId())).isTrue();
        assertThat(decisions.registry().championSince().orElseThrow().reason())
                .startsWith("its trial is over: it gains 1.20 dB over grey on 3 frames, the champion 1.00 dB");
    }

    @Test
    void whereNobodyKnowsTheTrueColoursNothingSpeaksAgainstAChallenger() throws Exception {
        decisions.registered("old");
        decisions.onTrial("new", "gate");

        lookAfterTheTrial();

        assertThat(decisions.champion()).isEqualTo(NEW);
        assertThat(decisions.registry().championSince().orElseThrow().reason())
                .endsWith("no frame whose colours are known speaks against it");
    }

    @Test
    void aChallengerThatIsMuchWorseIsWithdrawnAtOnceAndOneThatIsALittleWorseAtTheEnd() throws Exception {
        decisions.registered("old");
        decisions.onTrial("new", "gate");
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, 0.9);
        look();
        assertThat(decisions.challenger()).as("a little worse").isEqualTo(NEW);
        lookAfterTheTrial();
        assertThat(decisions.challenger()).isNull();
        assertThat(decisions.champion()).isEqualTo(OLD);
        assertThat(decisions.newest().kind()).isEqualTo(DecisionKind.WITHDRAWN);

        decisions.onTrial("bad", "gate");
        scored("bad", FRAMES, 0.5);
        look();
        assertThat(decisions.challenger()).as("much worse").isNull();
    }

    @Test
    void aChallengerThatAPersonPutThereStaysUnlessItIsWorse() throws Exception {
        decisions.registered("old");
        decisions.onTrial("new", "Ada");
        scored("old", FRAMES, 1.0);
        scored("new", FRAMES, 1.5);
        lookAfterTheTrial();
        assertThat(decisions.challenger()).isEqualTo(NEW);
        assertThat(decisions.champion()).isEqualTo(OLD);

        scored("new", 20, 0);
        scored("old", 20, 1);
        lookAfterTheTrial();

        assertThat(decisions.challenger()).isNull();
    }

    @Test
    void aPinnedChampionIsNotReplacedByAChallengerWhoseTrialIsOver() throws Exception {
        decisions.registered("old");
        decisions.onTrial("new", "gate");
        decisions.pinned();

        lookAfterTheTrial();

        assertThat(decisions.champion()).isEqualTo(OLD);
        assertThat(decisions.challenger()).isEqualTo(NEW);
    }

    @Test
    void withoutChampionOrChallengerThereIsNothingToDecide() {
        look();
        lookAfterTheTrial();

        assertThat(decisions.registry().decisions()).isEmpty();
        assertThat(decisions.events().written()).isEmpty();
    }
}
