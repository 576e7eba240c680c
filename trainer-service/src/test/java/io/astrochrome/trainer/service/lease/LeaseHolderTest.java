package io.astrochrome.trainer.service.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaseHolderTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final LeaseHolder holder = new LeaseHolder(Duration.ofMinutes(2));

    private void tells(String trainer, TrainingState state, long second) {
        var at = START.plusSeconds(second);
        holder.heard(new TrainingProgress("run", "light", trainer, state, "none", 1, 2, Map.of(), null, null, at), at);
    }

    @Test
    void whoTellsFirstHasTheRun() {
        assertThat(holder.isFree(START)).isTrue();

        tells("first", TrainingState.QUEUED, 0);
        tells("second", TrainingState.QUEUED, 0);
        tells("second", TrainingState.FINISHED, 60);

        assertThat(holder.is("first")).isTrue();
        assertThat(holder.is("second")).isFalse();
        assertThat(holder.isOver()).isFalse();
        assertThat(holder.isFree(START.plusSeconds(120))).isFalse();
    }

    @Test
    void whoFallsSilentLosesItToTheNext() {
        tells("first", TrainingState.RUNNING, 0);
        tells("first", TrainingState.RUNNING, 100);
        assertThat(holder.isFree(START.plusSeconds(220))).isFalse();
        assertThat(holder.isFree(START.plusSeconds(221))).isTrue();

        tells("second", TrainingState.QUEUED, 230);
        tells("first", TrainingState.RUNNING, 231);

        assertThat(holder.is("second")).isTrue();
    }

    @Test
    void aRunThatIsOverIsNobodysToTakeUpAgain() {
        tells("first", TrainingState.FINISHED, 0);
        tells("second", TrainingState.QUEUED, 100_000);

        assertThat(holder.isOver()).isTrue();
        assertThat(holder.is("first")).isTrue();
        assertThat(holder.isFree(START.plusSeconds(200_000))).isFalse();
    }

    @Test
    void eventsThatDoNotSayWhoseTheyAreSettleNothing() {
        tells(null, TrainingState.RUNNING, 0);

        assertThat(holder.isFree(START)).isTrue();
    }
}
