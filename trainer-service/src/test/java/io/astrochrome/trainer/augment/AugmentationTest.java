package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final AugmentationSettings STRONG = new AugmentationSettings(
            true, 45, new Range(0.5, 3), new Range(0.5, 2), 1, new Range(0, 3), new Range(0, 1.5));
    private static final AugmentationSettings GEOMETRY =
            new AugmentationSettings(true, 45, new Range(0.5, 3), new Range(1, 1), 0, new Range(0, 0), new Range(0, 0));

    /** Its a is its L, its b the negative: whatever moves, moves together or the difference shows. */
    private static NormalisedLab gradient(int width, int height) {
        NormalisedLab picture = NormalisedLab.ofSize(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = (float) Math.sin(0.05 * x + 0.11 * y) * 0.8f;
                picture.l()[y * width + x] = value;
                picture.a()[y * width + x] = value;
                picture.b()[y * width + x] = -value;
            }
        }
        return picture;
    }

    @Property(tries = 40)
    void lightnessAndColourGoThroughTheSameGeometry(@ForAll long seed) {
        NormalisedLab view = new Augmentation(GEOMETRY).view(gradient(150, 100), 64, new SplittableRandom(seed));

        for (int i = 0; i < view.l().length; i++) {
            assertThat(view.a()[i]).isEqualTo(view.l()[i], within(1e-5f));
            assertThat(view.b()[i]).isEqualTo(-view.l()[i], within(1e-5f));
        }
    }

    @Property(tries = 40)
    void everyViewIsFiniteAndInRange(@ForAll long seed) {
        NormalisedLab view = new Augmentation(STRONG).view(gradient(90, 70), 32, new SplittableRandom(seed));

        for (float[] plane : new float[][] {view.l(), view.a(), view.b()}) {
            for (float value : plane) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    @Test
    void theSameRandomNumbersGiveTheSameView() {
        Augmentation augmentation = new Augmentation(STRONG);
        NormalisedLab picture = gradient(120, 110);

        assertThat(augmentation.view(picture, 64, new SplittableRandom(5)).l())
                .isEqualTo(
                        augmentation.view(picture, 64, new SplittableRandom(5)).l())
                .isNotEqualTo(
                        augmentation.view(picture, 64, new SplittableRandom(6)).l());
    }

    @Test
    void withoutSettingsAViewIsAPartOfThePictureItself() {
        NormalisedLab picture = gradient(64, 64);

        NormalisedLab view = new Augmentation(AugmentationSettings.NONE).view(picture, 64, new SplittableRandom(1));

        assertThat(view.l()).containsExactly(picture.l(), within(1e-6f));
    }

    @Property(tries = 200)
    void curvesRiseAndKeepBlackAndWhite(
            @ForAll @DoubleRange(min = 0.3, max = 3) double gamma,
            @ForAll @DoubleRange(min = -1, max = 1) double middle,
            @ForAll @DoubleRange(min = -1, max = 1) double contrast) {
        LightnessCurve curve = new LightnessCurve(gamma, middle, contrast);

        assertThat(curve.apply(0)).isEqualTo(0, within(1e-12));
        assertThat(curve.apply(1)).isEqualTo(1, within(1e-12));
        for (double x = 0; x < 1; x += 0.01) {
            assertThat(curve.apply(x + 0.01)).isGreaterThanOrEqualTo(curve.apply(x));
        }
    }

    @Test
    void lightThatIsScaledKeepsItsChromaticity() {
        // L* of Y = 0.1 and of Y = 0.4, and an orange of constant chromaticity at both (computed from XYZ by hand).
        double dark = 116 * Math.cbrt(0.1) - 16;
        double bright = 116 * Math.cbrt(0.4) - 16;
        double aDark = 500 * (Math.cbrt(0.12) - Math.cbrt(0.1));
        double aBright = 500 * (Math.cbrt(0.48) - Math.cbrt(0.4));

        assertThat(aDark * LightnessCurve.chromaGain(dark, bright)).isEqualTo(aBright, within(1e-6));
    }

    @Test
    void blurKeepsTheMean() {
        NormalisedLab picture = gradient(64, 48);
        double before = mean(picture.l());

        new GaussianBlur(1.5).apply(picture);

        assertThat(mean(picture.l())).isEqualTo(before, within(1e-3));
    }

    @Test
    void noiseIsOnTheLightnessAlone() {
        NormalisedLab picture = NormalisedLab.ofSize(200, 200);

        new CameraNoise(2).apply(picture, new SplittableRandom(3));

        assertThat(deviation(picture.l())).isEqualTo(0.04, within(0.002)); // 2 L* at L* = 50, in units of L
        assertThat(picture.a()).containsOnly(0f);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
