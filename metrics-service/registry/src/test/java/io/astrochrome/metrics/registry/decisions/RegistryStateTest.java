package io.astrochrome.metrics.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryStateTest {
    private final RegistryState log = new RegistryState();
    private int moments;

    private void champion(DecisionKind kind, String name) {
        String id = SampleFrame.sha256(name);
        log.decided(new ModelDecision(
                "decision " + moments,
                ModelDecision.CHAMPION,
                kind,
                id,
                new ObjectReference("astrochrome", "models/" + id, 1, id),
                null,
                id,
                null,
                null,
                false,
                "a test",
                "a test",
                Map.of(),
                Instant.ofEpochSecond(moments++)));
    }

    private String before() {
        return log.championBefore().map(ModelDecision::modelId).orElse(null);
    }

    @Test
    void rollingBackTwiceGoesTwoChampionsBack() {
        champion(DecisionKind.REGISTERED, "first");
        champion(DecisionKind.PROMOTED, "second");
        champion(DecisionKind.PROMOTED, "third");
        assertThat(before()).isEqualTo(SampleFrame.sha256("second"));

        champion(DecisionKind.ROLLED_BACK, "second");
        assertThat(before()).as("not the one that was left").isEqualTo(SampleFrame.sha256("first"));

        champion(DecisionKind.ROLLED_BACK, "first");
        assertThat(before()).isNull();
    }

    @Test
    void refusalsAndPinsDoNotMoveTheChampionsPlaceInHistory() {
        champion(DecisionKind.REGISTERED, "first");
        champion(DecisionKind.PROMOTED, "second");
        champion(DecisionKind.REFUSED, "second");
        champion(DecisionKind.PINNED, "second");

        assertThat(before()).isEqualTo(SampleFrame.sha256("first"));
        assertThat(log.championSince().orElseThrow().kind()).isEqualTo(DecisionKind.PROMOTED);
        assertThat(log.inForce(ModelDecision.CHAMPION).orElseThrow().kind()).isEqualTo(DecisionKind.PINNED);
        assertThat(log.newestFirst()).extracting(ModelDecision::kind).startsWith(DecisionKind.PINNED);
    }

    @Test
    void aDecisionThatComesTwiceIsOne() {
        champion(DecisionKind.REGISTERED, "first");
        log.decided(log.newestFirst().get(0));

        assertThat(log.newestFirst()).hasSize(1);
    }

    private static ModelPublished published(String name, String modelName) {
        return new ModelPublished(
                SampleFrame.sha256(name),
                modelName,
                new ObjectReference("astrochrome", "models/" + name, 1, SampleFrame.sha256(name)),
                "recipe",
                SampleFrame.sha256("recipe"),
                SampleFrame.sha256("data"),
                "none",
                1,
                64,
                Map.of(),
                Map.of(),
                "Apache-2.0",
                null,
                "a run",
                Instant.EPOCH);
    }

    @Test
    void modelsAreInTheOrderInWhichTheyCameAndOneThatComesAgainKeepsItsPlace() {
        log.published(published("b", "before"));
        log.published(published("a", "another"));
        log.published(published("b", "renamed"));

        assertThat(log.models()).extracting(ModelPublished::modelName).containsExactly("renamed", "another");
        assertThat(log.model(SampleFrame.sha256("nobody"))).isEmpty();
    }

    @Test
    void aModelsFileIsTheOneThatWasPublishedAndElseTheOneThatWasDecidedAbout() {
        champion(DecisionKind.REGISTERED, "first");
        String id = SampleFrame.sha256("first");
        assertThat(log.file(id).orElseThrow().key()).isEqualTo("models/" + id);

        log.published(published("first", "published at last"));

        assertThat(log.file(id).orElseThrow().key()).isEqualTo("models/first");
        assertThat(log.file(SampleFrame.sha256("nobody"))).isEmpty();
    }

    @Test
    void decisionsOfTheSameMomentAreShownTheLastOneFirst() {
        champion(DecisionKind.REGISTERED, "first");
        moments--;
        String id = SampleFrame.sha256("first");
        log.decided(new ModelDecision(
                "another id",
                ModelDecision.CHAMPION,
                DecisionKind.PINNED,
                id,
                new ObjectReference("astrochrome", "models/" + id, 1, id),
                id,
                id,
                null,
                null,
                true,
                "a test",
                "a test",
                Map.of(),
                Instant.ofEpochSecond(moments)));

        assertThat(log.newestFirst())
                .extracting(ModelDecision::kind)
                .containsExactly(DecisionKind.PINNED, DecisionKind.REGISTERED);
        assertThat(log.knows("another id")).isTrue();
        assertThat(log.knows("never made")).isFalse();
    }
}
