package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.astrochrome.trainer.objective.TrainingBatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class PrefetchedBatchesTest {
    private static final int SIDE = 32;

    private final Map<Long, AtomicInteger> asked = new ConcurrentHashMap<>();

    /** A batch that tells its step by its first lightness. */
    private TrainingBatch batch(long step) {
        asked.computeIfAbsent(step, s -> new AtomicInteger()).incrementAndGet();
        float[] l = new float[SIDE * SIDE];
        l[0] = step / 100f;
        return new TrainingBatch(1, SIDE, SIDE, l, new float[2 * SIDE * SIDE]);
    }

    private static PrefetchedBatches of(LongFunction<TrainingBatch> source) {
        return new PrefetchedBatches(source, 2, 3);
    }

    @Test
    void everyStepIsMadeOnceAndNoneBeyondTheEnd() {
        try (PrefetchedBatches batches = of(this::batch)) {
            for (long step = 5; step < 9; step++) {
                assertThat(batches.at(step, 9).l()[0]).isEqualTo(step / 100f);
            }
        }

        assertThat(asked.keySet()).containsExactlyInAnyOrder(5L, 6L, 7L, 8L);
        assertThat(asked.values()).allMatch(times -> times.get() == 1);
    }

    @Test
    void aStepThatWasPassedOverIsForgotten() {
        try (PrefetchedBatches batches = of(this::batch)) {
            batches.at(0, 100);
            batches.at(10, 100);
            batches.at(2, 100);

            await().until(() -> asked.get(2L).get() == 2);
        }
    }

    @Test
    void whatGoesWrongIsThrownToWhoAsksForThatStep() {
        IllegalStateException damaged = new IllegalStateException("picture 7 is damaged");
        try (PrefetchedBatches batches = of(step -> {
            if (step == 1) {
                throw damaged;
            }
            return batch(step);
        })) {
            assertThat(batches.at(0, 3).n()).isEqualTo(1);
            assertThatThrownBy(() -> batches.at(1, 3)).isSameAs(damaged);
            assertThat(batches.at(2, 3).l()[0]).isEqualTo(0.02f);
        }
    }

    @Test
    void aFaultOfTheMachineIsNotHidden() {
        OutOfMemoryError full = new OutOfMemoryError("for a test");
        try (PrefetchedBatches batches = of(step -> {
            throw full;
        })) {
            assertThatThrownBy(() -> batches.at(0, 1)).hasRootCause(full);
        }
    }

    @Test
    void theEndLiesBeyondTheStep() {
        try (PrefetchedBatches batches = of(this::batch)) {
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> batches.at(3, 3))
                    .withMessage("the end lies beyond the step");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void afterClosingThereAreNoBatches() {
        PrefetchedBatches batches = of(this::batch);
        batches.close();

        assertThatThrownBy(() -> batches.at(0, 1)).isInstanceOf(RuntimeException.class);
        assertThat(asked).isEmpty();
    }
}
