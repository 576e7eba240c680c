package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StructuralSimilarityTest {
    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    @Test
    void agreesWithTheDefinitionAtEveryWindow() {
        float[] first = random(1);
        float[] second = random(2);
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + 11 <= HEIGHT; y++) {
            for (int x = 0; x + 11 <= WIDTH; x++) {
                sum += definition(first, second, x, y);
                windows++;
            }
        }
        assertThat(StructuralSimilarity.of(first, second, WIDTH, HEIGHT)).isCloseTo(sum / windows, within(1e-9));
    }

    @Test
    void aShiftOfAnEvenPictureIsTheLuminanceTermAlone() {
        float[] half = new float[WIDTH * HEIGHT];
        float[] darker = new float[WIDTH * HEIGHT];
        Arrays.fill(half, 0.5f);
        Arrays.fill(darker, 0.25f);
        double expected = (2 * 0.5 * 0.25 + 1e-4) / (0.25 + 0.0625 + 1e-4);

        assertThat(StructuralSimilarity.of(half, darker, WIDTH, HEIGHT)).isCloseTo(expected, within(1e-9));
        assertThat(StructuralSimilarity.of(half, darker, WIDTH * HEIGHT, 1)).isCloseTo(expected, within(1e-9));
    }

    private static double definition(float[] first, float[] second, int left, int top) {
        double weights = 0;
        double[] moments = new double[5];
        for (int v = -5; v <= 5; v++) {
            for (int u = -5; u <= 5; u++) {
                double weight = Math.exp(-(u * u + v * v) / (2 * 1.5 * 1.5));
                double a = first[(top + v + 5) * WIDTH + left + u + 5];
                double b = second[(top + v + 5) * WIDTH + left + u + 5];
                weights += weight;
                moments[0] += weight * a;
                moments[1] += weight * b;
                moments[2] += weight * a * a;
                moments[3] += weight * b * b;
                moments[4] += weight * a * b;
            }
        }
        for (int i = 0; i < 5; i++) {
            moments[i] /= weights;
        }
        double varianceA = moments[2] - moments[0] * moments[0];
        double varianceB = moments[3] - moments[1] * moments[1];
        double covariance = moments[4] - moments[0] * moments[1];
        return (2 * moments[0] * moments[1] + 1e-4)
                * (2 * covariance + 9e-4)
                / ((moments[0] * moments[0] + moments[1] * moments[1] + 1e-4) * (varianceA + varianceB + 9e-4));
    }

    private static float[] random(long seed) {
        Random random = new Random(seed);
        float[] plane = new float[WIDTH * HEIGHT];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = random.nextFloat();
        }
        return plane;
    }
}
