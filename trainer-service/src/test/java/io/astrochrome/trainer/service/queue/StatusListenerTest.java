package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.ValidationFigures;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusListenerTest {
    private final List<RunStatus> told = new ArrayList<>();
    private final StatusListener listener = new StatusListener(
            RunStatus.queued(new RunRequest("run", "tiny", null, "test", "test", Instant.EPOCH)),
            Duration.ofHours(1),
            told::add);

    private static RunEvent.Stepped step(long step, double loss) {
        return new RunEvent.Stepped(step, 10, "warm-up", Map.of("total", loss), 2, Duration.ofSeconds(5));
    }

    @Test
    void stepsAreToldNowAndThenButWhatHappensAtOnce() {
        listener.heard(new RunEvent.Started(0, 10, false));
        listener.heard(step(0, 1));
        listener.heard(step(1, 0.5));
        listener.heard(new RunEvent.Warned(2, "something"));

        assertThat(told).extracting(RunStatus::message).containsExactly("started", "something");
        assertThat(told.get(1).figures()).containsEntry("total", 0.5);
    }

    @Test
    void aFigureThatIsNotFiniteIsLeftOut() {
        listener.heard(step(0, Double.NaN));
        listener.heard(new RunEvent.Warned(1, "something"));

        assertThat(told.get(told.size() - 1).figures()).doesNotContainKey("total");
    }

    @Test
    void theEndIsToldAsTheOutcomeSaysIt() {
        listener.ended(new RunOutcome(RunOutcome.End.FAILED, "not finite", null, null));

        assertThat(told).extracting(RunStatus::state).containsExactly(TrainingState.FAILED);
        assertThat(told.get(0).message()).isEqualTo("not finite");
    }

    @Test
    void howFarItIsIsTheNumberOfStepsThatAreDone() {
        StatusListener talkative = new StatusListener(
                RunStatus.queued(new RunRequest("run", "tiny", null, "test", "test", Instant.EPOCH)),
                Duration.ZERO,
                told::add);
        talkative.heard(step(6, 1));

        assertThat(told.get(0))
                .isEqualTo(new RunStatus(
                        told.get(0).request(),
                        TrainingState.RUNNING,
                        "warm-up",
                        7,
                        10,
                        Map.of("total", 1.0, "stepsPerSecond", 2.0),
                        5L,
                        null));
    }

    @Test
    void aRunThatGoesOnSaysSoFromWhere() {
        listener.heard(new RunEvent.Started(40, 100, true));

        assertThat(told.get(0).message()).isEqualTo("resumed");
        assertThat(told.get(0).step()).isEqualTo(40);
        assertThat(told.get(0).totalSteps()).isEqualTo(100);
        assertThat(told.get(0).state()).isEqualTo(TrainingState.RUNNING);
    }

    @Test
    void whatIsMeasuredStaysAmongTheFiguresUntilItIsMeasuredAgain() {
        ValidationFigures better = new ValidationFigures(0.5, 0.25, 30, 29, Double.NaN, Optional.empty());
        listener.heard(new RunEvent.Started(0, 10, false));
        listener.heard(step(0, 1));
        listener.heard(new RunEvent.Validated(1, better, true));
        listener.heard(step(1, 0.75));
        listener.heard(new RunEvent.Validated(2, better, false));

        assertThat(told)
                .extracting(RunStatus::message)
                .containsExactly("started", "measured, the best so far", "measured");
        assertThat(told.get(2).figures())
                .containsEntry("gainDecibels", 0.5)
                .containsEntry("total", 0.75)
                .doesNotContainKey("colourfulnessRatio");
        assertThat(told.get(1).figures()).as("what was told before stays").containsEntry("total", 1.0);
    }

    @Test
    void aWrittenModelAndTheRunsOwnEndAreNotToldTwice() {
        listener.heard(new RunEvent.ModelExported(3, Path.of("best.onnx"), null));
        listener.heard(
                new RunEvent.Ended(3, new RunOutcome(RunOutcome.End.FINISHED, "the recipe is done", null, null)));

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RunOutcome.End.class)
    void everyEndIsTheStateOfItsName(RunOutcome.End end) {
        listener.heard(step(3, 1));
        listener.ended(new RunOutcome(end, "so it is", null, null));

        RunStatus last = told.get(told.size() - 1);
        assertThat(last.state().name()).isEqualTo(end.name());
        assertThat(last.step()).isEqualTo(4);
        assertThat(last.secondsLeft()).isNull();
    }

    @Test
    void whatAnotherTrainerBroughtToItsEndIsShownAsThatOneToldIt() {
        listener.overElsewhere(new TrainingProgress(
                "run",
                "tiny",
                "dome-2",
                TrainingState.STOPPED,
                "only",
                8,
                9,
                Map.of("total", 2.0),
                5L,
                "x",
                Instant.EPOCH));

        RunStatus over = told.get(0);
        assertThat(over.state()).isEqualTo(TrainingState.STOPPED);
        assertThat(over.step()).isEqualTo(8);
        assertThat(over.figures()).isEqualTo(Map.of("total", 2.0));
        assertThat(over.secondsLeft()).isNull();
        assertThat(over.message()).isEqualTo("trainer dome-2 carried it out");
    }

    @Test
    void aFailureIsAnEnd() {
        listener.failed("the disk is full");

        assertThat(told.get(0).state()).isEqualTo(TrainingState.FAILED);
        assertThat(told.get(0).message()).isEqualTo("the disk is full");
    }
}
