package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.tensors.HalfFloat;
import org.junit.jupiter.api.Test;

class HalfTableTest {
    @Test
    void everyHalfIsTheFloatThatIsComputed() {
        int[] looked = new int[1 << 16];
        int[] computed = new int[1 << 16];
        for (int half = 0; half < looked.length; half++) {
            looked[half] = Float.floatToRawIntBits(HalfTable.toFloat((short) half));
            computed[half] = Float.floatToRawIntBits(HalfFloat.toFloat((short) half));
        }

        assertThat(looked).isEqualTo(computed);
    }

    @Test
    void knownHalvesAreWhatTheStandardSays() {
        assertThat(HalfTable.toFloat((short) 0x3c00)).isEqualTo(1);
        assertThat(HalfTable.toFloat((short) 0xc000)).isEqualTo(-2);
        assertThat(HalfTable.toFloat((short) 0x0001))
                .as("the least that is not 0")
                .isEqualTo(0x1p-24f);
        assertThat(HalfTable.toFloat((short) 0x7bff)).as("the largest").isEqualTo(65504);
    }
}
