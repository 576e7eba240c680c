package io.astrochrome.imaging.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelNoiseTest {
    @ParameterizedTest(name = "{0} x {1} px, noise {2}")
    @CsvSource({"300, 200, 1", "300, 200, 40", "64, 64, 3", "1000, 700, 0.01", "3, 4000, 7"})
    void isTheDeviationOfOnePixel(int width, int height, double sigma) {
        float[] noise = noise(width * height, sigma);
        assertThat(PixelNoise.of(i -> noise[i], width, height)).isCloseTo(sigma, within(0.05 * sigma));
    }

    @Test
    void slopesStarsAndAMosaicsColoursAreNoNoise() {
        int width = 400;
        int height = 300;
        float[] noise = noise(width * height, 10);
        double measured = PixelNoise.of(
                i -> {
                    int x = i % width;
                    int y = i / width;
                    double scene = 2 * x + 3 * y + 900 * (x % 2) + 400 * (y % 2);
                    return scene + noise[i] + (i % 97 == 0 ? 20_000 : 0);
                },
                width,
                height);
        assertThat(measured).isCloseTo(10, within(1.0));
    }

    @Test
    void missingPixelsDoNotCount() {
        float[] noise = noise(90_000, 5);
        assertThat(PixelNoise.of(i -> i % 7 < 3 ? Double.NaN : noise[i], 300, 300))
                .isCloseTo(5, within(0.3));
        assertThat(PixelNoise.of(i -> Double.NaN, 300, 300)).isZero();
    }

    @Test
    void oneRowsEndIsNoNeighbourOfTheNextOnesBeginning() {
        int width = 3;
        // In each row the third differs from the first by 4, and the next row is far away.
        assertThat(PixelNoise.of(i -> 10_000.0 * Math.floorDiv(i, width) + 2 * (i % width), width, 100))
                .isCloseTo(4 * 1.4826 / Math.sqrt(2), within(1e-9));
    }

    @ParameterizedTest(name = "{0} x {1} px")
    @CsvSource({"1, 1", "2, 500", "1, 500"})
    void whatHasNoNeighboursHasNone(int width, int height) {
        assertThat(PixelNoise.of(i -> i * i, width, height)).isZero();
    }

    @Test
    void whereMostNeighboursAreEqualItIsZero() {
        assertThat(PixelNoise.of(i -> i % 10 == 0 ? 500 : 100, 300, 200)).isZero();
    }

    private static float[] noise(int count, double sigma) {
        Random random = new Random(21);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (sigma * random.nextGaussian());
        }
        return values;
    }
}
