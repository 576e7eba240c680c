package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LabPlanesTest {
    private static final int SIDE = 256;
    private static final int PIXELS = SIDE * SIDE;

    @Test
    void aPlaneAgreesWithTheExactConversion() {
        float[][] rgb = randomColours();
        LabImage lab = LabPlanes.fromSrgb(SIDE, SIDE, rgb[0], rgb[1], rgb[2]);
        double[] exact = new double[3];
        double worst = 0;
        for (int i = 0; i < PIXELS; i++) {
            Cielab.srgbToLab((double) rgb[0][i], (double) rgb[1][i], (double) rgb[2][i], exact);
            worst = Math.max(worst, Math.abs(exact[0] - lab.lStar()[i]));
            worst = Math.max(worst, Math.abs(exact[1] - lab.a()[i]));
            worst = Math.max(worst, Math.abs(exact[2] - lab.b()[i]));
        }
        assertThat(worst).isLessThan(0.001);
    }

    @Test
    void aPlaneComesBack() {
        float[][] rgb = randomColours();
        float[][] back = LabPlanes.toSrgb(LabPlanes.fromSrgb(SIDE, SIDE, rgb[0], rgb[1], rgb[2]));
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < PIXELS; i++) {
                worst = Math.max(worst, Math.abs(rgb[c][i] - back[c][i]));
            }
        }
        assertThat(worst).isLessThan(2e-4);
    }

    @Test
    void encodingAgreesWithTheExactConversion() {
        float[][] rgb = randomColours();
        LabImage lab = LabPlanes.fromSrgb(SIDE, SIDE, rgb[0], rgb[1], rgb[2]);
        float[][] back = LabPlanes.toSrgb(lab);
        double[] exact = new double[3];
        double worst = 0;
        for (int i = 0; i < PIXELS; i++) {
            Cielab.labToSrgb((double) lab.lStar()[i], (double) lab.a()[i], (double) lab.b()[i], exact);
            for (int c = 0; c < 3; c++) {
                worst = Math.max(worst, Math.abs(Math.max(0, Math.min(1, exact[c])) - back[c][i]));
            }
        }
        assertThat(worst).isLessThan(1e-5);
    }

    @Test
    void theLuminanceOfEveryGreyIsTheNearestNumber() {
        short[] grey = new short[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            grey[i] = (short) i;
        }
        Luminance16 luminance = LabPlanes.luminanceOfGrey(SIDE, SIDE, grey);
        Luminance16 asColour = LabPlanes.luminanceOf(SIDE, SIDE, grey, grey, grey);
        double worst = 0;
        double worstAsColour = 0;
        for (int i = 0; i < PIXELS; i++) {
            double exact = Cielab.greyToLstar(i / 65535.0) * 655.35;
            worst = Math.max(worst, Math.abs(Short.toUnsignedInt(luminance.samples()[i]) - exact));
            worstAsColour = Math.max(worstAsColour, Math.abs(Short.toUnsignedInt(asColour.samples()[i]) - exact));
        }
        assertThat(worst).isLessThanOrEqualTo(0.5 + 1e-9);
        assertThat(worstAsColour).isLessThan(0.6);
    }

    @Test
    void theLightnessOfGreyAgreesWithThatOfColour() {
        float[] grey = randomColours()[0];
        LabImage mono = LabPlanes.fromGrey(SIDE, SIDE, grey);
        LabImage colour = LabPlanes.fromSrgb(SIDE, SIDE, grey, grey, grey);
        assertThat(mono.hasColour()).isFalse();
        double worst = 0;
        double chroma = 0;
        for (int i = 0; i < PIXELS; i++) {
            worst = Math.max(worst, Math.abs(mono.lStar()[i] - colour.lStar()[i]));
            chroma = Math.max(chroma, Math.hypot(colour.a()[i], colour.b()[i]));
        }
        assertThat(worst).isLessThan(1e-4);
        assertThat(chroma).isLessThan(1e-3);
    }

    @Test
    void overshootIsClipped() {
        LabImage lab = LabPlanes.fromGrey(2, 1, new float[] {-0.1f, 1.1f});

        assertThat(lab.lStar()[0]).isZero();
        assertThat(lab.lStar()[1]).isCloseTo(100, within(1e-4f));
    }

    @Test
    void scalesToTheNetworksUnitsAndBack() {
        float[] lStar = {0, 25, 100};
        assertThat(LabScale.normaliseLightness(lStar)).containsExactly(-1, -0.5f, 1);
        assertThat(LabScale.lStar(LabScale.normaliseLightness(lStar))).containsExactly(lStar);
        assertThat(LabScale.normaliseChroma(new float[] {-110, 55}))
                .containsExactly(new float[] {-1, 0.5f}, within(1e-6f));
        assertThat(LabScale.chroma(new float[] {-1, 0.5f})).containsExactly(-110, 55);
    }

    private static float[][] randomColours() {
        Random random = new Random(7);
        float[][] rgb = new float[3][PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            float brightness = i % 4 == 0 ? 0.05f : 1; // the dark end has its own parts of the curves
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = brightness * random.nextFloat();
            }
        }
        return rgb;
    }
}
