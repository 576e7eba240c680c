package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseTest {
    private static Phase phase(long steps, int side, int batch) {
        return new Phase("warm-up", steps, side, batch, false, EncoderTraining.TRAINED, 1);
    }

    @Test
    void aPhaseHasAStepAndACropAtLeast() {
        assertThat(phase(1, 32, 1).steps()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phase(0, 32, 1))
                .withMessage("phase warm-up needs at least one step and one crop a step");
        assertThatIllegalArgumentException().isThrownBy(() -> phase(1, 32, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-32, 0, 16, 33, 100})
    void cropsHaveSidesThatEncodersCanHalveFiveTimes(int side) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phase(1, side, 1))
                .withMessage("phase warm-up: side must be a multiple of 32, not " + side);
    }
}
