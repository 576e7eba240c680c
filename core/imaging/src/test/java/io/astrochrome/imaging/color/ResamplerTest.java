package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {
    @Property(tries = 200)
    void anEvenPlaneStaysEven(
            @ForAll ResampleKernel kernel,
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 90) int targetWidth,
            @ForAll @IntRange(min = 1, max = 90) int targetHeight) {
        float[] plane = new float[width * height];
        Arrays.fill(plane, 0.37f);
        float[] resized = new Resampler(kernel).resize(plane, width, height, targetWidth, targetHeight);

        assertThat(resized).hasSize(targetWidth * targetHeight);
        for (float value : resized) {
            assertThat(value).isCloseTo(0.37f, within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource(ResampleKernel.class)
    void agreesWithTheTextbookSumOverEverySample(ResampleKernel kernel) {
        int width = 41;
        int height = 29;
        float[] plane = random(width * height);
        for (int[] target : new int[][] {{13, 9}, {7, 29}, {41, 5}, {60, 50}}) {
            float[] resized = new Resampler(kernel).resize(plane, width, height, target[0], target[1]);
            for (int y = 0; y < target[1]; y++) {
                for (int x = 0; x < target[0]; x++) {
                    double expected = textbook(kernel, plane, width, height, target, x, y);
                    assertThat((double) resized[y * target[0] + x]).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    @Test
    void theAreaAverageOfWholeBlocksIsTheirMean() {
        float[] plane = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(new Resampler(ResampleKernel.AREA).resize(plane, 4, 2, 2, 1))
                .containsExactly(new float[] {3.5f, 5.5f}, within(1e-6f));
    }

    @Test
    void sixteenBitSamplesAreUnsigned() {
        short[] plane = {0, (short) 65535, (short) 32768, 0};
        assertThat(new Resampler(ResampleKernel.AREA).resize(plane, 4, 1, 4, 1))
                .containsExactly(new float[] {0, 1, 32768 / 65535f, 0}, within(1e-6f));
    }

    @Test
    void aPatternFinerThanTheTargetDoesNotAlias() {
        int side = 448;
        float[] stripes = new float[side * side];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2;
        }
        for (ResampleKernel kernel : ResampleKernel.values()) {
            float[] reduced = new Resampler(kernel).resize(stripes, side, side, 61, 61);
            for (int i = 0; i < reduced.length; i++) {
                if (i % 61 > 3 && i % 61 < 57) {
                    assertThat(reduced[i]).isCloseTo(0.5f, within(0.08f));
                }
            }
        }
    }

    private static double textbook(
            ResampleKernel kernel, float[] plane, int width, int height, int[] target, int x, int y) {
        double sum = 0;
        double weights = 0;
        for (int v = 0; v < height; v++) {
            double vertical = weight(kernel, v, height, target[1], y);
            for (int u = 0; vertical != 0 && u < width; u++) {
                double weight = vertical * weight(kernel, u, width, target[0], x);
                sum += weight * plane[v * width + u];
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double weight(ResampleKernel kernel, int source, int length, int targetLength, int target) {
        double step = (double) length / targetLength;
        double widening = Math.max(1, step);
        double centre = (target + 0.5) * step;
        if (kernel == ResampleKernel.AREA) {
            double begin = Math.max(source, centre - widening / 2);
            double end = Math.min(source + 1.0, centre + widening / 2);
            return Math.max(0, end - begin);
        }
        return kernel.weight((source + 0.5 - centre) / widening);
    }

    private static float[] random(int n) {
        Random random = new Random(3);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"40, 30, 16", "30, 41, 16", "7, 300, 32", "64, 64, 64"})
    void theSquareAtTheCentreIsThatOfTheWholePlane(int width, int height, int side) {
        short[] plane = new short[width * height];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (short) (i * 7919);
        }
        double scale = side / (double) Math.min(width, height);
        int wholeWidth = Math.max(side, (int) Math.round(width * scale));
        int wholeHeight = Math.max(side, (int) Math.round(height * scale));
        float[] whole = Resampler.STANDARD.resize(plane, width, height, wholeWidth, wholeHeight);

        assertThat(Resampler.STANDARD.centreSquare(plane, width, height, side))
                .containsExactly(Crop.centre(whole, wholeWidth, wholeHeight, side));
    }

    @Test
    void theSquareAtTheCentreOfALineTakesNoMoreMemoryThanTheSquare() {
        assertThat(Resampler.STANDARD.centreSquare(new short[8_000_000], 8_000_000, 1, 224))
                .hasSize(224 * 224);
    }
}
