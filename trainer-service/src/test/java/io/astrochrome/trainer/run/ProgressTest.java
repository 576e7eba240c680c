package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final ValidationFigures FIGURES =
            new ValidationFigures(0.5, 0.25, 30, 28, Double.NaN, Optional.empty());
    private static final Progress START = new Progress("run", "tiny", "r", "d", "c", 0, -1, null, 0);

    @Test
    void theBestIsOfTheStepThatIsDoneAndItIsFresh() {
        Progress best = START.afterStep(40).withoutBest().withoutBest().withBest(FIGURES);

        assertThat(best.bestStep()).isEqualTo(40);
        assertThat(best.stale()).isZero();
        assertThat(best.bestFigures()).isEqualTo(FIGURES);
    }

    @Test
    void measurementsThatAreNoBetterAreCountedAndTheBestStays() {
        Progress stale = START.afterStep(40)
                .withBest(FIGURES)
                .afterStep(50)
                .withoutBest()
                .withoutBest();

        assertThat(stale.step()).isEqualTo(50);
        assertThat(stale.bestStep()).isEqualTo(40);
        assertThat(stale.stale()).isEqualTo(2);
        assertThat(stale.bestFigures()).isEqualTo(FIGURES);
    }

    @Test
    void beforeAnyMeasurementThereIsNoBest() {
        assertThat(START.bestFigures()).isNull();
        assertThat(START.afterStep(3).bestStep()).isEqualTo(-1);
    }

    @Test
    void itComesBackFromWhatACheckpointKeeps() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Progress best = START.afterStep(40).withBest(FIGURES).withoutBest();

        for (Progress progress : List.of(START, best)) {
            assertThat(json.readValue(json.writeValueAsString(progress), Progress.class))
                    .isEqualTo(progress);
        }
    }

    @Test
    void aBudgetIsAStepAndAMomentAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunBudget(null, 0))
                .withMessage("a step budget must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunBudget(Duration.ofSeconds(-1), 1))
                .withMessage("a time budget must be longer than nothing, not PT-1S");
        assertThat(RunBudget.UNLIMITED).isEqualTo(new RunBudget(null, Long.MAX_VALUE));
    }

    @Test
    void listenersHearTheSameOneAfterTheOther() {
        List<String> heard = new ArrayList<>();
        RunListener first = event -> heard.add("first " + event.step());
        RunListener second = event -> heard.add("second " + event.step());
        RunListener both = first.and(second).and(event -> heard.add("third"));

        both.heard(new RunEvent.Warned(7, "something"));

        assertThat(heard).containsExactly("first 7", "second 7", "third");
    }
}
