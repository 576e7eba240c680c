package io.astrochrome.metrics.observatory.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingRunsTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final TrainingRuns log = new TrainingRuns(2);

    @Test
    void keepsTheNewestRunsAndWhatEachSaidLast() {
        log.heard(progress("a", 1, TrainingState.RUNNING));
        log.heard(progress("b", 2, TrainingState.RUNNING));
        log.heard(progress("b", 5, TrainingState.FINISHED));
        log.heard(progress("b", 3, TrainingState.RUNNING));
        log.heard(progress("c", 4, TrainingState.FAILED));

        assertThat(log.newestFirst()).extracting(run -> run.latest().runId()).containsExactly("b", "c");
        ObservedRun b = log.newestFirst().get(0);
        assertThat(b.latest().state()).isEqualTo(TrainingState.FINISHED);
        assertThat(b.begunAt()).isEqualTo(START.plusSeconds(2));
        assertThat(b.curve().points()).extracting(Curve.Point::step).containsExactly(2L, 3L, 5L);
    }

    @Test
    void aLongRunsCurveKeepsItsShapeInBoundedMemory() {
        for (int step = 1; step <= 5000; step++) {
            log.heard(progress("long", step, TrainingState.RUNNING));
        }

        var points = log.newestFirst().get(0).curve().points();
        assertThat(points).hasSize(400);
        assertThat(points.get(0).step()).isEqualTo(1);
        assertThat(points.get(399).step()).isEqualTo(5000);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).step() - points.get(i - 1).step()).isBetween(1L, 50L);
        }
    }

    private static TrainingProgress progress(String run, long step, TrainingState state) {
        return new TrainingProgress(
                run,
                "recipe",
                null,
                state,
                "warm-up",
                step,
                10_000,
                Map.of("total", 1.0 / step),
                null,
                null,
                START.plusSeconds(step));
    }
}
