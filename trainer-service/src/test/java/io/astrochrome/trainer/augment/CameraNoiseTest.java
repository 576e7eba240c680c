package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraNoiseTest {
    private static NormalisedLab plain(float l) {
        NormalisedLab picture = NormalisedLab.ofSize(200, 200);
        Arrays.fill(picture.l(), l);
        Arrays.fill(picture.a(), 0.25f);
        return picture;
    }

    private static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }

    @ParameterizedTest
    @CsvSource({"-0.8, 0.6", "-0.5, 0.75", "0, 1", "0.5, 1.25"})
    void theVarianceGrowsWithTheLightFromHalfAtBlack(float l, double variance) {
        NormalisedLab picture = plain(l);
        new CameraNoise(2).apply(picture, new SplittableRandom(7));

        // A deviation of 2 L* is 0.04 of the normalised lightness.
        assertThat(deviation(picture.l())).isEqualTo(0.04 * Math.sqrt(variance), within(0.001));
        assertThat(picture.a()).containsOnly(0.25f);
        assertThat(picture.b()).containsOnly(0f);
    }

    @Test
    void withoutNoiseNothingChangesAndNoNumberIsDrawn() {
        NormalisedLab picture = plain(0.3f);
        SplittableRandom random = new SplittableRandom(3);
        new CameraNoise(0).apply(picture, random);
        new CameraNoise(-1).apply(picture, random);

        assertThat(picture.l()).containsOnly(0.3f);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(3).nextLong());
    }

    @Test
    void blackAndWhiteAreNotSteppedOver() {
        for (float end : new float[] {-1, 1}) {
            NormalisedLab picture = plain(end);
            new CameraNoise(20).apply(picture, new SplittableRandom(5));

            float[] sorted = picture.l().clone();
            Arrays.sort(sorted);
            assertThat(sorted[0]).isGreaterThanOrEqualTo(-1);
            assertThat(sorted[sorted.length - 1]).isLessThanOrEqualTo(1);
            assertThat(sorted).as("about half would have").contains(end);
            assertThat(sorted[end < 0 ? sorted.length - 1 : 0]).isNotEqualTo(end);
        }
    }
}
