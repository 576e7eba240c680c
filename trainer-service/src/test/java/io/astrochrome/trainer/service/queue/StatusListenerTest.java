package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
