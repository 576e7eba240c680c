package io.astrochrome.metrics.observatory.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrainingRunsTest {
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
        assertThat(b.begunAt()).isEqualTo(Heard.START.plusSeconds(2));
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

    @Property(tries = 100)
    void theSameWordsInAnyOrderAndNumberTellTheSame(@ForAll Random random) {
        List<TrainingProgress> words = new ArrayList<>();
        for (int step = 1; step <= 20; step++) {
            words.add(progress(step % 3 == 0 ? "a" : "b", step, TrainingState.RUNNING));
        }
        List<TrainingProgress> shuffled = new ArrayList<>(words);
        shuffled.addAll(words);
        Collections.shuffle(shuffled, random);
        TrainingRuns inOrder = new TrainingRuns(2);
        TrainingRuns shaken = new TrainingRuns(2);

        words.forEach(inOrder::heard);
        shuffled.forEach(shaken::heard);

        assertThat(shaken.newestFirst()).isEqualTo(inOrder.newestFirst());
    }

    @Test
    void runsThatWereHeardOfAtTheSameMomentAreInTheOrderOfTheirNames() {
        log.heard(progress("b", 1, TrainingState.RUNNING));
        log.heard(progress("a", 1, TrainingState.RUNNING));

        assertThat(log.newestFirst()).extracting(run -> run.latest().runId()).containsExactly("a", "b");
    }

    @Test
    void aLateWordOfARunThatIsForgottenDoesNotDriveOutANewerOne() {
        log.heard(progress("a", 5, TrainingState.RUNNING));
        log.heard(progress("b", 6, TrainingState.RUNNING));
        log.heard(progress("old", 4, TrainingState.FINISHED));

        assertThat(log.newestFirst()).extracting(run -> run.latest().runId()).containsExactly("b", "a");
    }

    @Test
    void thePageIsToldWhereARunStandsAndHowItGotThere() {
        log.heard(progress("a", 3, TrainingState.QUEUED));
        log.heard(progress("a", 7, TrainingState.RUNNING));

        RunView view = RunView.of(log.newestFirst().get(0));

        assertThat(view)
                .isEqualTo(new RunView(
                        "a",
                        "recipe",
                        "running",
                        "warm-up",
                        7,
                        10_000,
                        42L,
                        "step 7",
                        Heard.START.plusSeconds(3),
                        Heard.START.plusSeconds(7),
                        Map.of("total", 1.0 / 7),
                        List.of(
                                new Curve.Point(3, Map.of("total", 1.0 / 3)),
                                new Curve.Point(7, Map.of("total", 1.0 / 7)))));
    }

    private static TrainingProgress progress(String run, long step, TrainingState state) {
        return Heard.of(run, step, state, Map.of("total", 1.0 / step));
    }
}
