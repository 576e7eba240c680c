package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.TrainingState;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusListenerTest {
    private final List<RunStatus> told = new ArrayList<>();
    private final List<RunOutcome> published = new ArrayList<>();
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
    void theModelIsPublishedBeforeTheEndIsTold() {
        RunOutcome outcome = new RunOutcome(RunOutcome.End.FINISHED, "done", Path.of("best.onnx"), null);

        listener.ended(
                outcome,
                o -> {
                    assertThat(told).isEmpty();
                    return published.add(o);
                },
                () -> false);

        assertThat(published).containsExactly(outcome);
        assertThat(told).extracting(RunStatus::state).containsExactly(TrainingState.FINISHED);
    }

    @Test
    void aRunWhoseModelCouldNotBePublishedBeforeTheStopIsUnderWayStill() {
        RunOutcome outcome = new RunOutcome(RunOutcome.End.FINISHED, "done", Path.of("best.onnx"), null);

        listener.ended(outcome, o -> false, () -> true);

        assertThat(told).isEmpty();
    }

    @Test
    void aFailedRunPublishesNothing() {
        RunOutcome outcome = new RunOutcome(RunOutcome.End.FAILED, "not finite", Path.of("best.onnx"), null);

        listener.ended(outcome, published::add, () -> false);

        assertThat(published).isEmpty();
        assertThat(told).extracting(RunStatus::state).containsExactly(TrainingState.FAILED);
    }

    @Test
    void aRunThatTheServicesStopInterruptsIsUnderWayStill() {
        RunOutcome outcome = new RunOutcome(RunOutcome.End.STOPPED, "asked to stop", null, null);

        listener.ended(outcome, published::add, () -> true);

        assertThat(told).isEmpty();
    }
}
