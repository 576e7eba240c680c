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

    @Test
    void scoresOfTheMomentOfPromotionCountAndThoseBeforeDoNot() {
        score("M 31", 1, OLD, 1, PROMOTED);
        score("M 31", 2, NEW, 0.5, PROMOTED.minusMillis(1));
        assertThat(ModelComparison.of(scores, NEW, PROMOTED, OLD, 1)).isEmpty();

        score("M 31", 3, NEW, 0.25, PROMOTED);

        assertThat(ModelComparison.of(scores, NEW, PROMOTED, OLD, 1)).contains(new ModelComparison(1, 0.25, 1));
    }

    @Test
    void ofTheOneThatHasMoreTheNewestScoresAreTaken() {
        for (int i = 0; i < 5; i++) {
            score("M 31", i, OLD, i, PROMOTED);
        }
        score("M 31", 7, NEW, 2, PROMOTED);
        score("M 31", 8, NEW, 4, PROMOTED);

        assertThat(ModelComparison.of(scores, NEW, PROMOTED, OLD, 1)).contains(new ModelComparison(2, 3, 3.5));
        assertThat(ModelComparison.of(scores, OLD, PROMOTED, NEW, 1)).contains(new ModelComparison(2, 3.5, 3));
    }

    @Test
    void withoutATargetThatBothColouredThereIsNoComparison() {
        score("M 31", 1, OLD, 1, PROMOTED);
        score("M 42", 1, NEW, 1, PROMOTED);

        assertThat(ModelComparison.of(scores, NEW, PROMOTED, OLD, 0)).isEmpty();
    }

    @Test
    void whoGainsMoreFallsByLessThanNothing() {
        assertThat(new ModelComparison(1, 2.5, 1).fall()).isEqualTo(-1.5);
    }

    @Test
    void aGainThatIsNoNumberIsNotKept() {
        score("M 31", 1, NEW, Double.POSITIVE_INFINITY, PROMOTED);
        score("M 31", 2, NEW, Double.NaN, PROMOTED);

        assertThat(scores.of("M 31", NEW)).isEmpty();
        assertThat(scores.targets(NEW)).isEmpty();
    }

    @Test
    void ofATargetTheNewestTwoHundredAreKept() {
        for (int i = 0; i < 205; i++) {
            score("M 31", i, NEW, i, PROMOTED);
        }

        assertThat(scores.of("M 31", NEW)).hasSize(200);
        assertThat(scores.of("M 31", NEW).get(0).gainDecibels()).isEqualTo(5);
        assertThat(scores.of("M 31", NEW).get(199).gainDecibels()).isEqualTo(204);
    }

    @Test
    void ofTooManySeriesTheFirstIsForgotten() {
        for (int i = 0; i < 501; i++) {
            score("target " + i, 0, NEW, 1, PROMOTED);
        }

        assertThat(scores.targets(NEW)).hasSize(500).doesNotContain("target 0").contains("target 1", "target 500");
    }
}
