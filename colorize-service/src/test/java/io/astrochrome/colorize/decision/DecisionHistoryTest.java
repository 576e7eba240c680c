package io.astrochrome.colorize.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.DecisionKind;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionHistoryTest {
    private final DecisionHistory history = new DecisionHistory();

    private static ModelDecision champion(String id, String model) {
        String modelId = Sha256.of(model.getBytes(StandardCharsets.UTF_8));
        return new ModelDecision(
                id,
                ModelDecision.CHAMPION,
                DecisionKind.PROMOTED,
                modelId,
                new ObjectReference("astrochrome", "models/" + modelId + ".onnx", 1, modelId),
                null,
                modelId,
                null,
                null,
                false,
                "it is better",
                "gate",
                Map.of(),
                Instant.now());
    }

    @Test
    void hasTheNewestDecisionOfEachChampionFirst() {
        ModelDecision again = champion("3", "first");
        ModelDecision second = champion("2", "second");
        history.add(champion("1", "first"));
        history.add(second);
        history.add(again);

        assertThat(history.champions()).containsExactly(again, second);
        assertThat(history.challenger()).isEmpty();
    }

    @Test
    void passesOverADecisionThatWasWrittenTwice() {
        ModelDecision first = champion("1", "first");
        ModelDecision second = champion("2", "second");
        history.add(first);
        history.add(second);
        history.add(first);

        assertThat(history.champions()).containsExactly(second, first);
    }

    @Test
    void remembersSoManyChampions() {
        for (int i = 0; i < 2 * DecisionHistory.REMEMBERED_CHAMPIONS; i++) {
            history.add(champion("" + i, "model " + i));
        }

        assertThat(history.champions()).hasSize(DecisionHistory.REMEMBERED_CHAMPIONS);
    }
}
