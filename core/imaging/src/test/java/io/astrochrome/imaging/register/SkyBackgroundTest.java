package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import java.util.Arrays;
import java.util.Random;
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
    @CsvSource({"256, 256", "300, 270", "101, 95", "40, 33", "9, 8"})
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
}
