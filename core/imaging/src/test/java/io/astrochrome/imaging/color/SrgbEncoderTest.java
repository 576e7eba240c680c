package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SrgbEncoderTest {
    /** One step of 16-bit lightness, in L*. */
    private static final double STEP = 100.0 / 65535;

    @Test
    void lightnessIsKeptOverTheWholeCube() {
        int n = 64 * 65 * 65;
        short[] lightness = new short[n];
        float[] a = new float[n];
        float[] b = new float[n];
        Random random = new Random(11);
        for (int i = 0; i < n; i++) {
            lightness[i] = (short) Math.min(65535, (i % 64) * 1024 + random.nextInt(1024));
            a[i] = (i / 64 % 65 - 32) * 4f;
            b[i] = (i / 64 / 65 - 32) * 4f;
        }
        assertThat(worstDeviation(lightness, a, b)).isLessThan(STEP);
    }

    @Test
    void lightnessIsKeptInDarkSaturatedBluesWhereTheCurvesAreStraight() {
        int n = 4000 * 16;
        short[] lightness = new short[n];
        float[] a = new float[n];
        float[] b = new float[n];
        for (int i = 0; i < n; i++) {
            lightness[i] = (short) (i / 16);
            a[i] = 6f * (i % 16);
            b[i] = -8f * (i % 16);
        }
        assertThat(worstDeviation(lightness, a, b)).isLessThan(STEP);
    }

    @Property(tries = 2000)
    void lightnessIsKept(
            @ForAll @IntRange(max = 65535) int lightness,
            @ForAll @FloatRange(min = -200, max = 200) float a,
            @ForAll @FloatRange(min = -200, max = 200) float b) {
        assertThat(worstDeviation(new short[] {(short) lightness}, new float[] {a}, new float[] {b}))
                .isLessThan(STEP);
    }

    @Property(tries = 2000)
    void whatSrgbHasIsNotChanged(
            @ForAll @IntRange(min = 1000, max = 64000) int r,
            @ForAll @IntRange(min = 1000, max = 64000) int g,
            @ForAll @IntRange(min = 1000, max = 64000) int b) {
        double[] lab = new double[3];
        Cielab.srgbToLab(r / 65535.0, g / 65535.0, b / 65535.0, lab);
        int lightness = Short.toUnsignedInt(Luminance16.fromLstar(lab[0]));
        double[] expected = new double[3];
        Cielab.labToSrgb(lightness * STEP, lab[1], lab[2], expected);

        int[] rgb = encode(lightness, (float) lab[1], (float) lab[2]);

        for (int c = 0; c < 3; c++) {
            assertThat((double) rgb[c]).isCloseTo(65535 * expected[c], within(1.5));
        }
    }

    @Property(tries = 2000)
    void whatSrgbLacksKeepsItsHueAndGivesUpNoMoreChromaThanNeeded(
            @ForAll @IntRange(min = 6553, max = 62000) int lightness, @ForAll @IntRange(max = 359) int hueDegrees) {
        double hue = Math.toRadians(hueDegrees);
        float a = (float) (180 * Math.cos(hue));
        float b = (float) (180 * Math.sin(hue));
        double[] lab = new double[3];
        int[] rgb = encode(lightness, a, b);
        Cielab.srgbToLab(rgb[0] / 65535.0, rgb[1] / 65535.0, rgb[2] / 65535.0, lab);

        double chroma = Math.hypot(lab[1], lab[2]);
        double acrossHue = (lab[1] * b - lab[2] * a) / 180;
        assertThat(acrossHue).isCloseTo(0, within(0.02));
        assertThat(chroma).isLessThan(180);
        double[] further = new double[3];
        Cielab.labToSrgb(lightness * STEP, (chroma + 0.05) * Math.cos(hue), (chroma + 0.05) * Math.sin(hue), further);
        assertThat(Arrays.stream(further)).anyMatch(value -> value < 0 || value > 1);
    }

    @Test
    void whatIsNotANumberBecomesGrey() {
        double[] rgb = new double[3];
        Cielab.labToSrgb(50, 0, 0, rgb);
        int grey = (int) Math.round(65535 * rgb[0]);
        assertThat(encode(32768, Float.NaN, 5)).containsOnly(encode(32768, 0, 0)[0]);
        assertThat(encode(32768, 5, Float.POSITIVE_INFINITY)[1]).isCloseTo(grey, within(2));
    }

    private static int[] encode(int lightness, float a, float b) {
        short[][] rgb = new short[3][1];
        SrgbEncoder.encode(new short[] {(short) lightness}, new float[] {a}, new float[] {b}, rgb[0], rgb[1], rgb[2]);
        return new int[] {Short.toUnsignedInt(rgb[0][0]), Short.toUnsignedInt(rgb[1][0]), Short.toUnsignedInt(rgb[2][0])
        };
    }

    private static double worstDeviation(short[] lightness, float[] a, float[] b) {
        int n = lightness.length;
        short[][] rgb = new short[3][n];
        SrgbEncoder.encode(lightness, a, b, rgb[0], rgb[1], rgb[2]);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double lStar = Cielab.lStar(
                    Short.toUnsignedInt(rgb[0][i]) / 65535.0,
                    Short.toUnsignedInt(rgb[1][i]) / 65535.0,
                    Short.toUnsignedInt(rgb[2][i]) / 65535.0);
            worst = Math.max(worst, Math.abs(lStar - Short.toUnsignedInt(lightness[i]) * STEP));
        }
        return worst;
    }
}
