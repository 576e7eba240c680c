package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoseSamplerTest {
    private static final int SIDE = 20;
    private static final int LOBES = 3;

    /** A step of the kernel's table moves a value by so little of the pixels' range. */
    private static final double TABLE = 0.004;

    private static final LinearPlane NOISE = noise(SIDE, SIDE, 4);

    @Property(tries = 300)
    void isTheLanczosKernelOfThreeLobesHeldToTheNearestFour(
            @ForAll @DoubleRange(min = 2, max = 16.99) double x, @ForAll @DoubleRange(min = 2, max = 16.99) double y) {
        assertThat(new PoseSampler(NOISE, Pose.IDENTITY).at(x, y)).isCloseTo((float) held(x, y), within((float) TABLE));
    }

    /** The kernel's formula, pixel by pixel. */
    private static double held(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double sum = 0;
        double weights = 0;
        for (int j = top - LOBES + 1; j <= top + LOBES; j++) {
            for (int i = left - LOBES + 1; i <= left + LOBES; i++) {
                double weight = lanczos(i - x) * lanczos(j - y);
                sum += weight * NOISE.at(i, j);
                weights += weight;
            }
        }
        double[] near = {
            NOISE.at(left, top), NOISE.at(left + 1, top), NOISE.at(left, top + 1), NOISE.at(left + 1, top + 1)
        };
        Arrays.sort(near);
        double slack = 0.2 * (near[3] - near[0]);
        return Math.max(near[0] - slack, Math.min(near[3] + slack, sum / weights));
    }

    private static double lanczos(double x) {
        return sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    @Test
    void onThePixelsThemselvesItChangesNothing() {
        float[] row = new float[SIDE];
        for (int y = 2; y < SIDE - LOBES; y++) {
            new PoseSampler(NOISE, Pose.IDENTITY).row(y, row);
            for (int x = 2; x < SIDE - LOBES; x++) {
                assertThat(row[x]).isCloseTo(NOISE.at(x, y), within(1e-6f));
            }
        }
    }

    @Test
    void aShiftByWholePixelsIsOne() {
        float[] row = new float[SIDE];
        new PoseSampler(NOISE, new Pose(1, 0, 4, 0, 1, -3)).row(10, row);
        for (int x = 0; x < SIDE - LOBES - 4; x++) {
            assertThat(row[x]).as("at %d", x).isCloseTo(NOISE.at(x + 4, 7), within(1e-6f));
        }
        for (int x = SIDE - LOBES - 4; x < SIDE; x++) {
            assertThat(row[x]).as("at %d", x).isNaN();
        }
    }

    @Test
    void aTurnedPlaneIsReadAlongItsColumns() {
        float[] row = new float[SIDE];
        new PoseSampler(NOISE, new Pose(0, 1, 0, 1, 0, 0)).row(6, row);
        for (int x = 2; x < SIDE - LOBES; x++) {
            assertThat(row[x]).isCloseTo(NOISE.at(6, x), within(1e-6f));
        }
    }

    @Property(tries = 200)
    void aLevelPlaneIsLevelBetweenItsPixels(
            @ForAll @DoubleRange(min = 2, max = 16.99) double x, @ForAll @DoubleRange(min = 2, max = 16.99) double y) {
        float[] values = new float[SIDE * SIDE];
        Arrays.fill(values, 1234.5f);
        assertThat(new PoseSampler(new LinearPlane(SIDE, SIDE, values), Pose.IDENTITY).at(x, y))
                .isEqualTo(1234.5f);
    }

    @ParameterizedTest(name = "at {0}, {1}")
    @CsvSource({"1.999, 8", "8, 1.999", "-1, 8", "8, -1", "17, 8", "8, 17", "25, 8", "8, 1e9", "-1e9, 8", "NaN, 8"})
    void whereItWouldNeedPixelsOutsideItIsMissing(double x, double y) {
        float[] values = new float[SIDE * SIDE];
        float value = new PoseSampler(new LinearPlane(SIDE, SIDE, values), Pose.IDENTITY).at(x, y);
        assertThat(value).isNaN();
    }

    @ParameterizedTest(name = "at {0}, {1}")
    @CsvSource({"2, 2", "16.999, 2", "2, 16.999", "16.999, 16.999"})
    void upToThereItIsNot(double x, double y) {
        float[] values = new float[SIDE * SIDE];
        assertThat(new PoseSampler(new LinearPlane(SIDE, SIDE, values), Pose.IDENTITY).at(x, y))
                .isZero();
    }

    @Test
    void onAPlaneThatTheKernelDoesNotFitIntoAllIsMissing() {
        float[] row = new float[5];
        PoseSampler sampler = new PoseSampler(new LinearPlane(5, 5, new float[25]), Pose.IDENTITY);
        for (int y = 0; y < 5; y++) {
            sampler.row(y, row);
            assertThat(row).containsOnly(Float.NaN);
        }
    }

    @Test
    void aMissingPixelIsMissingAsFarAsTheKernelReaches() {
        float[] values = new float[SIDE * SIDE];
        values[10 * SIDE + 10] = Float.NaN;
        PoseSampler sampler = new PoseSampler(new LinearPlane(SIDE, SIDE, values), Pose.IDENTITY);
        for (int y = 2; y < SIDE - LOBES; y++) {
            for (int x = 2; x < SIDE - LOBES; x++) {
                boolean reached = x >= 7 && x <= 12 && y >= 7 && y <= 12;
                assertThat(Float.isNaN(sampler.at(x + 0.5, y + 0.5)))
                        .as("at %d, %d", x, y)
                        .isEqualTo(reached);
            }
        }
    }

    @Test
    void besideABrightStarTheSkyIsNoDeepHole() {
        LinearPlane star = new LinearPlane(SIDE, SIDE, new float[SIDE * SIDE]);
        star.values()[10 * SIDE + 10] = 1000;
        PoseSampler sampler = new PoseSampler(star, Pose.IDENTITY);
        for (double x = 2; x < SIDE - LOBES; x += 0.125) {
            for (double y = 2; y < SIDE - LOBES; y += 0.125) {
                boolean near = Math.abs(x - 10) < 1 && Math.abs(y - 10) < 1;
                float value = sampler.at(x, y);
                if (near) {
                    assertThat(value).isBetween(-200f, 1200f);
                } else {
                    assertThat(value).as("at %s, %s", x, y).isCloseTo(0, within(1e-6f));
                }
            }
        }
    }

    private static LinearPlane noise(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new LinearPlane(width, height, values);
    }
}
