package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStatusTest {
    private static final RunRequest REQUEST = new RunRequest("run", "light", null, "asked for", "Ada", Instant.EPOCH);

    @ParameterizedTest
    @EnumSource(TrainingState.class)
    void aRunIsOverWhereItFinishedStoppedOrFailed(TrainingState state) {
        boolean goesOn = state == TrainingState.QUEUED || state == TrainingState.RUNNING;

        assertThat(RunStatus.isEnd(state)).isEqualTo(!goesOn);
        assertThat(RunStatus.queued(REQUEST).ended(state, null).over()).isEqualTo(!goesOn);
    }

    @Test
    void whatIsQueuedHasDoneNothing() {
        RunStatus queued = RunStatus.queued(REQUEST);

        assertThat(queued).isEqualTo(new RunStatus(REQUEST, TrainingState.QUEUED, "", 0, 0, Map.of(), null, null));
        assertThat(queued.over()).isFalse();
    }

    @Test
    void theEndKeepsHowFarItCameAndLeavesNoTime() {
        RunStatus running =
                new RunStatus(REQUEST, TrainingState.RUNNING, "only", 7, 10, Map.of("total", 0.5), 60L, "measured");

        assertThat(running.ended(TrainingState.FAILED, "not finite"))
                .isEqualTo(new RunStatus(
                        REQUEST, TrainingState.FAILED, "only", 7, 10, Map.of("total", 0.5), null, "not finite"));
    }
}
