package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CielabTest {
    /** Bruce Lindbloom's CIE colour calculator, sRGB under D65, four decimals. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "red,     1, 0, 0, 53.2408,  80.0925,   67.2032",
        "green,   0, 1, 0, 87.7347, -86.1827,   83.1793",
        "blue,    0, 0, 1, 32.2970,  79.1875, -107.8602",
        "yellow,  1, 1, 0, 97.1393, -21.5537,   94.4780",
        "cyan,    0, 1, 1, 91.1132, -48.0875,  -14.1312",
        "magenta, 1, 0, 1, 60.3242,  98.2343,  -60.8249",
        "white,   1, 1, 1, 100,       0,         0",
        "black,   0, 0, 0, 0,         0,         0",
    })
    void agreesWithPublishedValues(String name, double r, double g, double b, double lStar, double a, double bStar) {
        double[] lab = new double[3];
        Cielab.srgbToLab(r, g, b, lab);

        assertThat(lab[0]).isCloseTo(lStar, within(1e-4));
        assertThat(lab[1]).isCloseTo(a, within(2e-4));
        assertThat(lab[2]).isCloseTo(bStar, within(2e-4));
    }

    @Test
    void middleGreyOfEightBitsHasItsPublishedLightness() {
        assertThat(Cielab.greyToLstar(128 / 255.0)).isCloseTo(53.5850, within(1e-4));
        assertThat(Cielab.greyToLstar(119 / 255.0)).isCloseTo(50.0344, within(1e-4));
    }

    @Property
    void everyColourComesBack(
            @ForAll @DoubleRange(max = 1) double r,
            @ForAll @DoubleRange(max = 1) double g,
            @ForAll @DoubleRange(max = 1) double b) {
        double[] lab = new double[3];
        double[] rgb = new double[3];
        Cielab.srgbToLab(r, g, b, lab);
        Cielab.labToSrgb(lab[0], lab[1], lab[2], rgb);

        assertThat(rgb[0]).isCloseTo(r, within(2e-6));
        assertThat(rgb[1]).isCloseTo(g, within(2e-6));
        assertThat(rgb[2]).isCloseTo(b, within(2e-6));
    }

    @Property
    void greyIsNeutral(@ForAll @DoubleRange(max = 1) double grey) {
        double[] lab = new double[3];
        Cielab.srgbToLab(grey, grey, grey, lab);

        assertThat(lab[0]).isCloseTo(Cielab.greyToLstar(grey), within(1e-12));
        assertThat(lab[1]).isCloseTo(0, within(1e-12));
        assertThat(lab[2]).isCloseTo(0, within(1e-12));
        double[] rgb = new double[3];
        Cielab.labToSrgb(lab[0], 0, 0, rgb);
        assertThat(rgb).containsExactly(new double[] {grey, grey, grey}, within(2e-6));
    }

    @Property
    void lightnessGrowsWithGrey(@ForAll @IntRange(min = 1, max = 65535) int v) {
        assertThat(Cielab.greyToLstar(v / 65535.0)).isGreaterThan(Cielab.greyToLstar((v - 1) / 65535.0));
    }
}
