package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkyBackgroundTest {
    private static final double LEVEL = 700;
    private static final double SLOPE = 0.4;

    /** A sky that grows brighter to the right, with noise and a star in each box. */
    private static LinearPlane sky(int width, int height) {
        float[] values = new float[width * height];
        Random random = new Random(6);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (LEVEL + SLOPE * (i % width) + 5 * random.nextGaussian());
            values[i] += random.nextInt(200) == 0 ? 3000 : 0;
        }
        return new LinearPlane(width, height, values);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"256, 256", "300, 270", "101, 95", "40, 33", "9, 8", "7, 90", "90, 7", "1, 1", "5, 2"})
    void whatIsSubtractedIsTheSkyAtEachPixel(int width, int height) {
        LinearPlane plane = sky(width, height);
        SkyBackground background = SkyBackground.of(plane);
        float[] rest = background.subtractedFrom(plane).values();
        for (int i = 0; i < rest.length; i++) {
            assertThat((double) plane.values()[i] - rest[i])
                    .as("pixel %d", i)
                    .isCloseTo(background.at(i % width, Math.floorDiv(i, width)), within(1e-3));
        }
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"256, 256", "300, 270", "101, 95"})
    void starsDoNotRaiseIt(int width, int height) {
        float[] rest = SkyBackground.of(sky(width, height))
                .subtractedFrom(sky(width, height))
                .values();
        Arrays.sort(rest);
        assertThat(rest[rest.length / 2]).isCloseTo(0, within(1.5f));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({
        "400, 300, 64, 6, 4",
        "256, 255, 63, 4, 4",
        "100, 60, 15, 6, 4",
        "40, 33, 8, 5, 4",
        "20, 20, 8, 2, 2",
        "300, 9, 8, 37, 1",
        "5, 3, 8, 1, 1",
        "1, 1, 8, 1, 1"
    })
    void itsBoxesAreAsLargeAsThePlaneAllows(int width, int height, int box, int columns, int rows) {
        SkyBackground background = SkyBackground.of(flat(width, height));
        assertThat(background.box()).isEqualTo(box);
        assertThat(background.columns()).isEqualTo(columns);
        assertThat(background.rows()).isEqualTo(rows);
        assertThat(background.levels()).hasSize(columns * rows).containsOnly((float) LEVEL);
        assertThat(background.level()).isEqualTo(LEVEL);
        assertThat(background.noise()).isZero();
        assertThat(background.at(0, 0)).isEqualTo(LEVEL);
        assertThat(background.at(width - 1, height - 1)).isEqualTo(LEVEL);
    }

    @Test
    void betweenTheMiddlesOfItsBoxesItIsStraight() {
        SkyBackground mesh = new SkyBackground(8, 2, 2, new float[] {100, 200, 300, 600}, 250, 1);
        double first = 3.5;
        double second = 11.5;
        assertThat(mesh.at(first, first)).isEqualTo(100);
        assertThat(mesh.at(second, first)).isEqualTo(200);
        assertThat(mesh.at(first, second)).isEqualTo(300);
        assertThat(mesh.at(second, second)).isEqualTo(600);
        assertThat(mesh.at(7.5, first)).isEqualTo(150);
        assertThat(mesh.at(first, 7.5)).isEqualTo(200);
        assertThat(mesh.at(7.5, 7.5)).isEqualTo(300);
        assertThat(mesh.at(5.5, second)).isEqualTo(375);
    }

    @Test
    void atTheEdgesItGoesOnByHalfABoxAndNoFurther() {
        SkyBackground mesh = new SkyBackground(8, 2, 2, new float[] {100, 200, 300, 400}, 250, 1);
        double edge = -0.5;
        assertThat(mesh.at(edge, 3.5)).isEqualTo(50);
        assertThat(mesh.at(-40, 3.5)).isEqualTo(50);
        assertThat(mesh.at(15.5, 3.5)).isEqualTo(250);
        assertThat(mesh.at(1e6, 3.5)).isEqualTo(250);
        assertThat(mesh.at(3.5, -40)).isEqualTo(0);
        assertThat(mesh.at(3.5, 1e6)).isEqualTo(400);
        assertThat(mesh.at(-40, -40)).isEqualTo(-50);
    }

    @Test
    void oneBoxIsLevel() {
        SkyBackground one = new SkyBackground(8, 1, 1, new float[] {70}, 70, 1);
        assertThat(one.at(-3, 0)).isEqualTo(70);
        assertThat(one.at(3.5, 200)).isEqualTo(70);
        SkyBackground column = new SkyBackground(8, 1, 2, new float[] {70, 90}, 80, 1);
        assertThat(column.at(500, 7.5)).isEqualTo(80);
    }

    @ParameterizedTest(name = "{0} x {1} boxes of {2} px with {3} levels")
    @CsvSource({"2, 2, 8, 3", "2, 2, 8, 5", "0, 2, 8, 0", "2, 0, 8, 0", "1, 1, 0, 1"})
    void isNoneWithoutALevelForEachBox(int columns, int rows, int box, int levels) {
        assertThatThrownBy(() -> new SkyBackground(box, columns, rows, new float[levels], 0, 0))
                .hasMessage("a mesh of %d x %d boxes of %d px cannot have %d levels", columns, rows, box, levels);
    }

    @Test
    void whereAllIsMissingItIsZero() {
        LinearPlane plane = flat(40, 40);
        Arrays.fill(plane.values(), Float.NaN);
        SkyBackground background = SkyBackground.of(plane);
        assertThat(background.level()).isZero();
        assertThat(background.noise()).isZero();
        assertThat(background.levels()).containsOnly(0f);
        assertThat(background.subtractedFrom(plane).values()).containsOnly(Float.NaN);
    }

    @Test
    void aBoxThatIsMissingHasTheLevelOfThoseAroundIt() {
        LinearPlane plane = flat(256, 256);
        fill(plane, 64, 128, 64, 64, Float.NaN);
        SkyBackground background = SkyBackground.of(plane);
        assertThat(background.levels()).containsOnly((float) LEVEL);
    }

    @Test
    void aGalaxyThatFillsABoxIsNoSky() {
        LinearPlane plane = sky(256, 256);
        fill(plane, 128, 64, 64, 64, 5000);
        SkyBackground background = SkyBackground.of(plane);
        assertThat(background.at(159.5, 95.5)).isCloseTo(LEVEL + SLOPE * 159.5, within(2 * SLOPE * 64));
    }

    @Test
    void aSlopeStaysAsItIs() {
        LinearPlane plane = flat(256, 256);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = i % 256 + 2 * Math.floorDiv(i, 256);
        }
        SkyBackground background = SkyBackground.of(plane);
        for (int place = 0; place < 256; place += 15) {
            assertThat(background.at(place, place)).as("at %d", place).isCloseTo(3 * place, within(6.0));
            assertThat(background.at(place, 255 - place))
                    .as("at %d from below", place)
                    .isCloseTo(510 - place, within(6.0));
        }
    }

    @ParameterizedTest(name = "{0} %% of the pixels")
    @CsvSource({"5", "15", "30"})
    void starsInFrontOfItAreClippedAway(int percent) {
        Random random = new Random(9);
        LinearPlane plane = flat(128, 128);
        for (int i = 0; i < plane.values().length; i++) {
            boolean star = random.nextInt(100) < percent;
            plane.values()[i] += (float) (10 * random.nextGaussian() + (star ? 1000 + random.nextInt(9000) : 0));
        }
        // Of Gaussian noise; a plain median would stand higher by 0.63 deviations where 30 % are stars.
        assertThat(SkyBackground.of(plane).level()).isCloseTo(LEVEL, within(2.5));
    }

    @Test
    void holesDoNotLowerIt() {
        Random random = new Random(10);
        LinearPlane plane = flat(128, 128);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] += (float) (10 * random.nextGaussian() - (random.nextInt(5) == 0 ? 600 : 0));
        }
        assertThat(SkyBackground.of(plane).level()).isCloseTo(LEVEL, within(2.5));
    }

    private static LinearPlane flat(int width, int height) {
        float[] values = new float[width * height];
        Arrays.fill(values, (float) LEVEL);
        return new LinearPlane(width, height, values);
    }

    private static void fill(LinearPlane plane, int left, int top, int width, int height, float value) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(plane.values(), y * plane.width() + left, y * plane.width() + left + width, value);
        }
    }
}
