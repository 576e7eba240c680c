package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LightnessCurveTest {
    /** A row of all lightnesses, each of the same chroma. */
    private static NormalisedLab ramp() {
        NormalisedLab picture = NormalisedLab.ofSize(257, 1);
        for (int i = 0; i < 257; i++) {
            picture.l()[i] = i / 128f - 1;
            picture.a()[i] = 0.1f;
            picture.b()[i] = -0.2f;
        }
        return picture;
    }

    @Test
    void theCurveOfNothingChangesNothing() {
        NormalisedLab picture = ramp();
        new LightnessCurve(1, 0, 0).apply(picture);

        assertThat(picture.l()).isEqualTo(ramp().l());
        assertThat(picture.a()).isEqualTo(ramp().a());
    }

    @Test
    void aGammaIsAnExponentOnLightness() {
        LightnessCurve square = new LightnessCurve(2, 0, 0);

        assertThat(square.apply(0.5)).isEqualTo(0.25, within(1e-12));
        assertThat(square.apply(0.1)).isEqualTo(0.01, within(1e-12));
        assertThat(square.apply(-3)).as("held at black").isZero();
        assertThat(square.apply(7)).as("held at white").isEqualTo(1, within(1e-12));
    }

    @Test
    void theMiddleLiftsAndContrastDarkensTheDarkAndLightensTheLight() {
        assertThat(new LightnessCurve(1, 1, 0).apply(0.5)).isEqualTo(0.625, within(1e-12));
        assertThat(new LightnessCurve(1, -1, 0).apply(0.5)).isEqualTo(0.375, within(1e-12));
        LightnessCurve soft = new LightnessCurve(1, 0, 1);
        assertThat(soft.apply(0.5)).isEqualTo(0.5, within(1e-12));
        assertThat(soft.apply(0.25)).isEqualTo(0.25 + 1 / (4 * Math.PI), within(1e-12));
        assertThat(soft.apply(0.75)).isEqualTo(0.75 - 1 / (4 * Math.PI), within(1e-12));
    }

    @Property(tries = 60)
    void aPicturesPixelsGoAlongTheCurveAndTheirChromaWithTheLight(
            @ForAll @DoubleRange(min = 0.5, max = 2) double gamma,
            @ForAll @DoubleRange(min = -1, max = 1) double middle,
            @ForAll @DoubleRange(min = -1, max = 1) double contrast) {
        LightnessCurve curve = new LightnessCurve(gamma, middle, contrast);
        NormalisedLab picture = ramp();
        curve.apply(picture);

        for (int i = 16; i < 257; i++) {
            double before = i / 256.0;
            double after = curve.apply(before);
            assertThat((picture.l()[i] + 1.0) / 2).isEqualTo(after, within(1e-3));
            double gain = LightnessCurve.chromaGain(100 * before, 100 * after);
            assertThat((double) picture.a()[i]).isEqualTo(0.1 * gain, within(2e-3));
            assertThat(picture.b()[i]).isEqualTo(-2 * picture.a()[i], within(1e-6f));
        }
    }

    @Test
    void chromaIsInProportionToTheCubeRootAboveAndToTheLuminanceBelow() {
        // L* + 16 is 116 times the cube root; below 8, L* is in proportion to the luminance (CIE 15).
        assertThat(LightnessCurve.chromaGain(20, 56)).isEqualTo(72.0 / 36, within(1e-12));
        assertThat(LightnessCurve.chromaGain(6, 3)).isEqualTo(0.5, within(1e-12));
        assertThat(LightnessCurve.chromaGain(8, 4))
                .as("both are the same there")
                .isEqualTo(0.5, within(1e-9));
        assertThat(LightnessCurve.chromaGain(60, 60)).isEqualTo(1);
    }

    @Test
    void brighteningTheNearBlackMakesNoColourNoise() {
        assertThat(LightnessCurve.chromaGain(1, 50)).isEqualTo(2.5);
        assertThat(LightnessCurve.chromaGain(0, 50))
                .as("black has no colour to scale")
                .isEqualTo(1);
        assertThat(LightnessCurve.chromaGain(50, 0)).isZero();
    }

    @Test
    void chromaStaysWithinItsRange() {
        NormalisedLab picture = ramp();
        java.util.Arrays.fill(picture.a(), 0.9f);
        java.util.Arrays.fill(picture.b(), -0.9f);
        new LightnessCurve(0.5, 1, 0).apply(picture);

        for (int i = 0; i < 257; i++) {
            assertThat(picture.a()[i]).isBetween(0f, 1f);
            assertThat(picture.b()[i]).isBetween(-1f, 0f);
        }
        assertThat(picture.a()).contains(1f);
    }

    @Test
    void aDrawnCurveIsAsStrongAsTheSettingsAllowAndNoStronger() {
        AugmentationSettings settings = new AugmentationSettings(
                false, 0, new Range(1, 1), new Range(0.5, 2), 0.4, new Range(0, 0), new Range(0, 0));
        int brighter = 0;
        for (int seed = 0; seed < 1000; seed++) {
            LightnessCurve curve = LightnessCurve.draw(settings, new SplittableRandom(seed));
            assertThat(curve.gamma()).isBetween(0.5, 2.0);
            assertThat(curve.middle()).isBetween(-0.4, 0.4);
            assertThat(curve.contrast()).isBetween(-0.4, 0.4);
            brighter += curve.gamma() < 1 ? 1 : 0;
        }

        assertThat(brighter).as("a half is as likely as a double").isBetween(430, 570);
        assertThat(LightnessCurve.draw(AugmentationSettings.NONE, new SplittableRandom(1)))
                .isEqualTo(new LightnessCurve(1, 0, 0));
    }
}
