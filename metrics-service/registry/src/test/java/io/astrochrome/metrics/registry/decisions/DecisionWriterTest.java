package io.astrochrome.metrics.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.metrics.registry.events.KeptEvents.Written;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionWriterTest {
    private static final Decider ADA = new Decider("Ada", "it is better");
    private static final String OLD = Decisions.id("old");
    private static final String NEW = Decisions.id("new");

    private final Decisions decisions = new Decisions();
    private final DecisionWriter writer = decisions.writer();

    @Test
    void aDecisionIsInTheLogWithWhoDecidedItAndWhatOn() throws Exception {
        decisions.registered("old");
        decisions.published("new");

        ModelDecision made = writer.promote("one", NEW, ADA, Map.of("gain", 0.123_456, "sky", Double.NaN))
                .orElseThrow();

        assertThat(decisions.events().written())
                .last()
                .isEqualTo(new Written(
                        Topics.MODEL_DECISIONS, EventType.MODEL_DECISION, "one", ModelDecision.CHAMPION, made));
        assertThat(made.kind()).isEqualTo(DecisionKind.PROMOTED);
        assertThat(made.modelId()).isEqualTo(NEW);
        assertThat(made.object()).isEqualTo(Decisions.file("new"));
        assertThat(made.previousModelId()).isEqualTo(OLD);
        assertThat(made.decidedBy()).isEqualTo("Ada");
        assertThat(made.reason()).isEqualTo("it is better");
        assertThat(made.figures()).containsExactly(Map.entry("gain", 0.1235));
        assertThat(decisions.registry().decisions()).first().isEqualTo(made);
    }

    @Test
    void aDecisionOfTheSameIdIsMadeOnce() throws Exception {
        decisions.registered("old");
        decisions.published("new");
        writer.promote("one", NEW, ADA, Map.of());
        int written = decisions.events().written().size();

        assertThat(writer.refuse("one", OLD, ADA, Map.of())).isEmpty();
        assertThat(writer.register(OLD, Decisions.file("old"), ADA)).isEmpty();
        assertThat(decisions.events().written()).hasSize(written);
        assertThat(decisions.champion()).isEqualTo(NEW);
    }

    @Test
    void whatTheLogDoesNotTakeIsNotDecidedAndMayBeDecidedAgain() throws Exception {
        decisions.registered("old");
        decisions.published("new");
        decisions.events().goAway();
        assertThatThrownBy(() -> writer.promote("one", NEW, ADA, Map.of())).isInstanceOf(KafkaException.class);
        assertThat(decisions.champion()).isEqualTo(OLD);
        assertThat(decisions.registry().knows("one")).isFalse();

        decisions.events().comeBack();

        assertThat(writer.promote("one", NEW, ADA, Map.of())).isPresent();
        assertThat(decisions.champion()).isEqualTo(NEW);
    }

    @Test
    void onlyAModelThatIsKnownAndNotChampionIsPromoted() throws Exception {
        decisions.registered("old");

        assertRefused(() -> writer.promote("one", NEW, ADA, Map.of()), "there is no model " + NEW);
        assertRefused(() -> writer.promote("one", OLD, ADA, Map.of()), "is champion already");
        assertThat(decisions.registry().knows("one")).isFalse();
    }

    private static void assertRefused(ThrowingCallable what, String why) {
        assertThatThrownBy(what).isInstanceOf(DecisionRefusedException.class).hasMessageContaining(why);
    }

    @Test
    void aChallengerThatIsPromotedIsOnTrialNoLonger() throws Exception {
        decisions.registered("old");
        decisions.onTrial("new", "gate");

        writer.promote("one", NEW, ADA, Map.of());

        assertThat(decisions.champion()).isEqualTo(NEW);
        assertThat(decisions.challenger()).isNull();
        ModelDecision withdrawn =
                decisions.registry().inForce(ModelDecision.CHALLENGER).orElseThrow();
        assertThat(withdrawn.kind()).isEqualTo(DecisionKind.WITHDRAWN);
        assertThat(withdrawn.decisionId()).isEqualTo("one-withdrawn");
        assertThat(withdrawn.reason()).isEqualTo("it is champion now");
        assertThat(decisions.registry().championBefore().orElseThrow().modelId())
                .as("still one to go back to")
                .isEqualTo(OLD);
    }

    @Test
    void anotherModelsTrialGoesOnWhenOneIsPromoted() throws Exception {
        decisions.registered("old");
        decisions.onTrial("tried", "gate");
        decisions.promoted("new");

        assertThat(decisions.challenger()).isEqualTo(Decisions.id("tried"));
    }

    @Test
    void aRefusalIsKeptAndChangesNothing() throws Exception {
        decisions.registered("old");
        decisions.pinned();

        ModelDecision refusal = writer.refuse("one", NEW, ADA, Map.of()).orElseThrow();

        assertThat(refusal.subjectModelId()).isEqualTo(NEW);
        assertThat(refusal.modelId()).isEqualTo(OLD);
        assertThat(refusal.previousModelId()).isEqualTo(OLD);
        assertThat(refusal.pinned()).isTrue();
        assertThat(decisions.champion()).isEqualTo(OLD);
    }

    @Test
    void withoutAChampionARefusalLeavesThePlaceEmpty() {
        ModelDecision refusal = writer.refuse("one", NEW, ADA, Map.of()).orElseThrow();

        assertThat(refusal.modelId()).isNull();
        assertThat(refusal.object()).isNull();
    }

    @Test
    void thePlaceGoesBackToTheChampionBeforeAndTheOneThatLeftIsNamed() throws Exception {
        decisions.registered("old");
        decisions.promoted("new");

        ModelDecision back = writer.rollBack("one", ADA, Map.of()).orElseThrow();

        assertThat(back.modelId()).isEqualTo(OLD);
        assertThat(back.subjectModelId()).isEqualTo(NEW);
        assertThat(back.previousModelId()).isEqualTo(NEW);
        assertRefused(() -> writer.rollBack("two", ADA, Map.of()), "no champion before");
    }

    @Test
    void aPinStaysWhereTheChampionIsRolledBackOrAnotherIsPromotedByHand() throws Exception {
        decisions.registered("old");
        decisions.promoted("new");
        decisions.pinned();

        assertThat(writer.rollBack("one", ADA, Map.of()).orElseThrow().pinned()).isTrue();
        assertThat(decisions.promoted("newest").pinned()).isTrue();
        assertThat(writer.pin("two", false, ADA).orElseThrow().kind()).isEqualTo(DecisionKind.UNPINNED);
        assertThat(decisions.champion()).isEqualTo(Decisions.id("newest"));
    }

    @Test
    void nobodyIsPinnedWhoIsNotThereOrIsSoAlready() throws Exception {
        assertRefused(() -> writer.pin("one", true, ADA), "there is no champion");
        decisions.registered("old");
        assertRefused(() -> writer.pin("one", false, ADA), "not pinned already");
        writer.pin("one", true, ADA);
        assertRefused(() -> writer.pin("two", true, ADA), "is pinned already");
    }

    @Test
    void aCanaryHasAShareAndAShadowNone() throws Exception {
        decisions.registered("old");
        decisions.published("new");

        ModelDecision canary = writer.tryOut("one", NEW, ChallengerMode.CANARY, 0.25, ADA, Map.of())
                .orElseThrow();

        assertThat(canary.canaryShare()).isEqualTo(0.25);
        assertThat(canary.alias()).isEqualTo(ModelDecision.CHALLENGER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.tryOut("two", NEW, ChallengerMode.CANARY, 1.5, ADA, Map.of()))
                .withMessageContaining("canaryShare");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.tryOut("two", NEW, ChallengerMode.SHADOW, 0.5, ADA, Map.of()))
                .withMessageContaining("canaryShare");
        assertThat(decisions.registry().knows("two")).isFalse();
    }

    @Test
    void theChampionIsNotTriedBesideItself() throws Exception {
        decisions.registered("old");

        assertRefused(() -> writer.tryOut("one", OLD, ChallengerMode.SHADOW, null, ADA, Map.of()), "is champion");
        assertRefused(() -> writer.tryOut("one", NEW, ChallengerMode.SHADOW, null, ADA, Map.of()), "there is no model");
    }

    @Test
    void aTrialIsEndedOnce() throws Exception {
        decisions.registered("old");
        assertRefused(() -> writer.withdraw("one", ADA, Map.of()), "there is no challenger");
        decisions.onTrial("new", "Ada");

        ModelDecision ended = writer.withdraw("one", ADA, Map.of()).orElseThrow();

        assertThat(ended.subjectModelId()).isEqualTo(NEW);
        assertThat(ended.modelId()).isNull();
        assertThat(ended.mode()).isNull();
        assertRefused(() -> writer.withdraw("two", ADA, Map.of()), "there is no challenger");
    }

    @Test
    void aModelThatWasDecidedAboutIsKnownAlsoWhereNobodyPublishedIt() throws Exception {
        writer.register(OLD, Decisions.file("old"), ADA);
        decisions.promoted("new");

        assertThat(writer.promote("one", OLD, ADA, Map.of()).orElseThrow().object())
                .isEqualTo(Decisions.file("old"));
    }

    @Test
    void whoDecidesSaysWhoAndWhy() {
        for (String missing : new String[] {null, "", "  "}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Decider(missing, "why"));
            assertThatIllegalArgumentException().isThrownBy(() -> new Decider("Ada", missing));
        }
    }

    @Test
    void twoDecisionsOfAPersonAreNeverOne() {
        assertThat(DecisionWriter.newId()).isNotEqualTo(DecisionWriter.newId());
    }
}
