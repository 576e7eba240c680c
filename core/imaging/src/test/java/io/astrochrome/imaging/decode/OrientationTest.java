package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;

    /** 0 1 2 above 3 4 5. */
    private static final short[] STORED = {0, 1, 2, 3, 4, 5};

    @ParameterizedTest(name = "EXIF {0}: the first row is {1}, the first column {2}")
    @CsvSource({
        "1, top, left",
        "2, top, right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void firstRowAndColumnAreWhereExifHasThem(int exif, String firstRow, String firstColumn) {
        Orientation orientation = Orientation.ofExif(exif);
        for (int x = 0; x < WIDTH; x++) {
            assertThat(isAt(firstRow, orientation, x, 0)).as("%d, 0", x).isTrue();
        }
        for (int y = 0; y < HEIGHT; y++) {
            assertThat(isAt(firstColumn, orientation, 0, y)).as("0, %d", y).isTrue();
        }
    }

    private static boolean isAt(String side, Orientation orientation, int x, int y) {
        int width = orientation.width(WIDTH, HEIGHT);
        int height = orientation.height(WIDTH, HEIGHT);
        int target = orientation.target(x, y, WIDTH, HEIGHT);
        int column = target % width;
        int row = Math.floorDiv(target, width);
        return switch (side) {
            case "top" -> row == 0;
            case "bottom" -> row == height - 1;
            case "left" -> column == 0;
            default -> column == width - 1;
        };
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0, -1, 9, 65_535, Integer.MIN_VALUE})
    void whatExifDoesNotKnowIsUpright(int exif) {
        assertThat(Orientation.ofExif(exif)).isEqualTo(Orientation.UPRIGHT);
    }

    @ParameterizedTest(name = "{0}: {1} x {2} px, {3}")
    @CsvSource({
        "'', 3, 2, 012345",
        "0, 3, 2, 012345",
        "flip, 3, 2, 210543",
        "90, 2, 3, 251403",
        "-270, 2, 3, 251403",
        "90; flip, 2, 3, 524130",
        "-90, 2, 3, 304152",
        "270, 2, 3, 304152",
        "-90;FLIP, 2, 3, 031425",
        "180, 3, 2, 543210",
        "-180, 3, 2, 543210",
        "180;flip, 3, 2, 345012"
    })
    void xisfTurnsCounterClockwiseAndThenFlips(String attribute, int width, int height, String upright) {
        Orientation orientation = Orientation.ofXisf(attribute).orElseThrow();
        assertThat(orientation.width(WIDTH, HEIGHT)).isEqualTo(width);
        assertThat(orientation.height(WIDTH, HEIGHT)).isEqualTo(height);
        short[] values =
                ((UnsignedShortSamples) orientation.upright(new UnsignedShortSamples(STORED), WIDTH, HEIGHT)).values();
        StringBuilder seen = new StringBuilder();
        for (short value : values) {
            seen.append(value);
        }
        assertThat(seen).hasToString(upright);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"45", "flip;90", "90;flop", "nonsense", "360"})
    void whatXisfDoesNotKnowIsNone(String attribute) {
        assertThat(Orientation.ofXisf(attribute)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void everyPixelHasItsPlaceInEitherKindOfSamples(Orientation orientation) {
        float[] floats = {0, 1, 2, 3, 4, 5};
        Samples fromFloats = orientation.upright(new FloatSamples(floats), WIDTH, HEIGHT);
        Samples fromShorts = orientation.upright(new UnsignedShortSamples(STORED), WIDTH, HEIGHT);
        boolean[] seen = new boolean[STORED.length];
        for (int i = 0; i < STORED.length; i++) {
            int value = ((UnsignedShortSamples) fromShorts).values()[i];
            assertThat(fromFloats.get(i)).isEqualTo(value);
            assertThat(seen[value]).isFalse();
            seen[value] = true;
        }
    }

    @Test
    void whatIsUprightIsShared() {
        Samples samples = new UnsignedShortSamples(STORED);
        assertThat(Orientation.UPRIGHT.upright(samples, WIDTH, HEIGHT)).isSameAs(samples);
        Orientation.UPSIDE_DOWN.upright(samples, WIDTH, HEIGHT);
        assertThat(STORED).containsExactly((short) 0, (short) 1, (short) 2, (short) 3, (short) 4, (short) 5);
    }
}
