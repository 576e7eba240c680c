package io.astrochrome.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
    @ParameterizedTest
    @CsvSource({
        // IEEE 754-2008 binary16: one, minus two, the largest, the smallest normal, the smallest subnormal, a third
        "0x1p0, 0x3c00",
        "-0x1p1, 0xc000",
        "65504, 0x7bff",
        "0x1p-14, 0x0400",
        "0x1p-24, 0x0001",
        "0.33333334, 0x3555",
        // the first that overflows, and what is just below the half of the smallest subnormal
        "65520, 0x7c00",
        "0x1p-25, 0x0000",
        "0x1.8p-25, 0x0001"
    })
    void roundsAsTheStandardSays(float value, String half) {
        assertThat(HalfFloat.fromFloat(value)).isEqualTo((short) (int) Integer.decode(half));
    }

    @Test
    void roundsTiesToEven() {
        assertThat(HalfFloat.fromFloat(1 + 0x1p-11f)).as("1 + half a step").isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.fromFloat(1 + 3 * 0x1p-11f))
                .as("1 + one and a half")
                .isEqualTo((short) 0x3c02);
    }

    @Test
    void keepsEveryHalfExactly() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            short half = (short) bits;
            float value = HalfFloat.toFloat(half);
            if (Float.isNaN(value)) {
                assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(value))).isNaN();
            } else {
                assertThat(HalfFloat.fromFloat(value)).isEqualTo(half);
            }
        }
    }

    @Property
    void isNeverFurtherOffThanHalfAStep(@ForAll @FloatRange(min = -1, max = 1) float value) {
        float back = HalfFloat.toFloat(HalfFloat.fromFloat(value));

        assertThat(Math.abs(back - value)).isLessThanOrEqualTo(Math.max(Math.abs(value) * 0x1p-11f, 0x1p-25f));
    }

    @Test
    void convertsArraysValueByValue() {
        float[] values = {0, -1, 0.5f, Float.POSITIVE_INFINITY};

        assertThat(HalfFloat.toFloats(HalfFloat.fromFloats(values))).containsExactly(values);
    }
}
