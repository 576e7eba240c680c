package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotPixelsTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 80;
    private static final double NOISE = 10;

    @ParameterizedTest(name = "{0} counts off, in row {1}")
    @CsvSource({
        "150, 40",
        "-150, 40",
        "60000, 40",
        "-490, 40",
        "900, 1",
        "900, 30",
        "900, 31",
        "900, 32",
        "900, 33",
        "900, 63",
        "900, 64",
        "900, 78"
    })
    void aLonelyPixelBecomesTheMiddleOfItsNeighbours(float off, int y) {
        LinearPlane plane = sky();
        int at = y * WIDTH + 25;
        plane.values()[at] = 500 + off;
        float[] before = plane.values().clone();
        LinearPlane mended = HotPixels.mended(plane, 1);
        float[] near = neighbours(plane, 25, y);
        assertThat(mended.values()[at]).isEqualTo((near[3] + near[4]) / 2);
        assertThat(plane.values()).as("the plane itself").isEqualTo(before);
        before[at] = mended.values()[at];
        assertThat(mended.values()).as("all others").isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} counts off")
    @ValueSource(floats = {20, -20, 50, -50, 70, -70})
    void whatNoiseMayDoIsLeft(float off) {
        LinearPlane plane = sky();
        plane.values()[40 * WIDTH + 25] = 500 + off;
        assertThat(HotPixels.mended(plane, 1).values()).isEqualTo(plane.values());
    }

    @ParameterizedTest(name = "seeing of {0} px")
    @ValueSource(doubles = {1.6, 2, 3, 6})
    void aStarIsLeft(double seeing) {
        for (double inside = 0; inside < 1; inside += 0.25) {
            LinearPlane plane = sky();
            double sigma = seeing / 2.3548;
            for (int i = 0; i < plane.values().length; i++) {
                double dx = i % WIDTH - 30 - inside;
                double dy = Math.floorDiv(i, WIDTH) - 40 - inside / 2;
                plane.values()[i] += (float) (20_000 * Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma)));
            }
            assertThat(HotPixels.mended(plane, 1).values()).isEqualTo(plane.values());
        }
    }

    @ParameterizedTest(name = "the other one {0} to the right and {1} down")
    @CsvSource({"1, 0", "0, 1", "1, 1", "-1, 1"})
    void twoSideBySideAreNotLonely(int dx, int dy) {
        LinearPlane plane = sky();
        plane.values()[40 * WIDTH + 25] = 5000;
        plane.values()[(40 + dy) * WIDTH + 25 + dx] = 5000;
        assertThat(HotPixels.mended(plane, 1).values()).isEqualTo(plane.values());
    }

    @Test
    void twoWithAPixelBetweenThemAreBothLonely() {
        LinearPlane plane = sky();
        plane.values()[40 * WIDTH + 25] = 5000;
        plane.values()[40 * WIDTH + 27] = 5000;
        LinearPlane mended = HotPixels.mended(plane, 1);
        assertThat(mended.at(25, 40)).isCloseTo(500, within(40f));
        assertThat(mended.at(27, 40)).isCloseTo(500, within(40f));
    }

    @ParameterizedTest(name = "at {0}, {1}")
    @CsvSource({"0, 40", "59, 40", "30, 0", "30, 79", "0, 0", "59, 79"})
    void whatLiesAtTheEdgeIsLeft(int x, int y) {
        LinearPlane plane = sky();
        plane.values()[y * WIDTH + x] = 9000;
        assertThat(HotPixels.mended(plane, 1).at(x, y)).isEqualTo(9000);
    }

    @Test
    void withoutNoiseNothingIsJudged() {
        float[] values = new float[WIDTH * HEIGHT];
        Arrays.fill(values, 500);
        values[40 * WIDTH + 25] = 9000;
        assertThat(HotPixels.mended(new LinearPlane(WIDTH, HEIGHT, values), 1).at(25, 40))
                .isEqualTo(9000);
    }

    @Test
    void whatIsMissingStaysSoAndNothingIsMadeOfIt() {
        LinearPlane plane = sky();
        plane.values()[40 * WIDTH + 25] = Float.NaN;
        assertThat(HotPixels.mended(plane, 1).values()).isEqualTo(plane.values());
    }

    @ParameterizedTest(name = "squares of {0}")
    @ValueSource(ints = {2, 3, 4, 7, 33})
    void binnedItIsTheMeansOfWhatWasMended(int side) {
        LinearPlane plane = sky();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            plane.values()[random.nextInt(plane.values().length)] = i % 2 == 0 ? 9000 : Float.NaN;
        }
        LinearPlane expected = HotPixels.mended(plane, 1).binned(side);
        LinearPlane binned = HotPixels.mended(plane, side);
        assertThat(binned.width()).isEqualTo(WIDTH / side);
        assertThat(binned.height()).isEqualTo(HEIGHT / side);
        assertThat(binned.values()).isEqualTo(expected.values());
    }

    @Test
    void aSquareOfWhichAllIsMissingIsMissing() {
        LinearPlane plane = sky();
        for (int y = 10; y < 12; y++) {
            Arrays.fill(plane.values(), y * WIDTH + 20, y * WIDTH + 22, Float.NaN);
        }
        LinearPlane binned = HotPixels.mended(plane, 2);
        assertThat(binned.at(10, 5)).isNaN();
        assertThat(binned.at(9, 5)).isNotNaN();
        assertThat(binned.at(10, 6)).isNotNaN();
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "2, 2", "1, 50", "50, 1", "2, 40"})
    void aPlaneThatIsAllEdgeIsLeft(int width, int height) {
        Random random = new Random(5);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (500 + NOISE * random.nextGaussian());
        }
        values[values.length / 2] = 9000;
        LinearPlane plane = new LinearPlane(width, height, values);
        assertThat(HotPixels.mended(plane, 1).values()).isEqualTo(values);
    }

    @Test
    void theResultIsInTheArrayThatWasSpare() {
        LinearPlane plane = sky();
        SparePlanes spare = new SparePlanes();
        float[] array = new float[WIDTH / 2 * (HEIGHT / 2)];
        Arrays.fill(array, Float.NaN);
        spare.giveBack(new LinearPlane(WIDTH / 2, HEIGHT / 2, array));
        LinearPlane binned = HotPixels.mended(plane, 2, spare);
        assertThat(binned.values())
                .isSameAs(array)
                .isEqualTo(HotPixels.mended(plane, 2).values());
    }

    private static float[] neighbours(LinearPlane plane, int x, int y) {
        float[] near = {
            plane.at(x - 1, y - 1),
            plane.at(x, y - 1),
            plane.at(x + 1, y - 1),
            plane.at(x - 1, y),
            plane.at(x + 1, y),
            plane.at(x - 1, y + 1),
            plane.at(x, y + 1),
            plane.at(x + 1, y + 1)
        };
        Arrays.sort(near);
        return near;
    }

    private static LinearPlane sky() {
        Random random = new Random(8);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (500 + NOISE * random.nextGaussian());
        }
        return new LinearPlane(WIDTH, HEIGHT, values);
    }
}
