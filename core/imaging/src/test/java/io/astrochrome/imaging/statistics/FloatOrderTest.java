package io.astrochrome.imaging.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatOrderTest {
    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {1, 2, 63, 64, 65, 512, 5001})
    void isTheOneOfTheLibrary(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (random.nextInt(12)) {
                case 0 -> Float.NaN;
                case 1 -> 0f;
                case 2 -> -0f;
                case 3 -> Float.NEGATIVE_INFINITY;
                case 4 -> 1000;
                default -> (float) (random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-20, 20)));
            };
        }
        float[] expected = values.clone();
        Arrays.sort(expected);
        assertThat(FloatOrder.median(values)).isEqualTo(expected[count / 2]);
        FloatOrder.sort(values, count);
        assertThat(values).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {100, 300})
    void leavesWhatIsBehindTheCountAlone(int count) {
        float[] values = new float[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = 400 - i;
        }
        FloatOrder.sort(values, count);
        assertThat(values[0]).isEqualTo(400 - count + 1);
        assertThat(Arrays.copyOfRange(values, count, 400)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }
}
