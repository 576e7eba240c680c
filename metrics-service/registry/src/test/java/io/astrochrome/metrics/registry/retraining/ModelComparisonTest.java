package io.astrochrome.metrics.registry.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
    private static final String OLD = SampleFrame.sha256("old");
    private static final String NEW = SampleFrame.sha256("new");
    private static final Instant PROMOTED = Instant.parse("2026-11-22T21:00:00Z");

    private final ScoreHistory scores = new ScoreHistory();

    private void score(String target, int frame, String modelId, double gain, Instant at) {
        scores.take(new FrameScored(
                SampleFrame.sha256(target + frame),
                target,
                Purpose.LIVE,
                modelId,
                30 + gain,
                30,
                0.001,
                0.001,
                0.9,
                0.9,
                3,
                3,
                1,
                at));
    }

    @Test
    void comparesTheSameTargetsWithEquallyManyFramesOfEach() {
        for (int i = 0; i < 10; i++) {
            score("M 31", i, OLD, 1.0, PROMOTED.minusSeconds(60));
            score("an easy one", i, OLD, 5.0, PROMOTED.minusSeconds(60));
        }
        for (int i = 10; i < 14; i++) {
            score("M 31", i, NEW, 0.4, PROMOTED.plusSeconds(i));
        }
        score("only the new one has it", 0, NEW, 9, PROMOTED.plusSeconds(1));

        ModelComparison compared =
                ModelComparison.of(scores, NEW, PROMOTED, OLD, 4).orElseThrow();

        assertThat(compared.frames()).isEqualTo(4);
        assertThat(compared.fall()).isCloseTo(0.6, within(1e-9));
        assertThat(ModelComparison.of(scores, NEW, PROMOTED, OLD, 5))
                .as("too few")
                .isEmpty();
        assertThat(ModelComparison.of(scores, NEW, PROMOTED.plusSeconds(12), OLD, 3))
                .as("scores from before do not count")
                .isEmpty();
    }

    @Test
    void aScoreThatIsPublishedTwiceCountsOnce() {
        score("M 31", 1, NEW, 1, PROMOTED);
        score("M 31", 1, NEW, 1, PROMOTED);

        assertThat(scores.of("M 31", NEW)).hasSize(1);
    }
}
