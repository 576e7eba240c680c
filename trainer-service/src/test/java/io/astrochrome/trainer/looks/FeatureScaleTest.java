package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureScaleTest {
    private static final int ALL = LookSamples.PIXELS;

    private static double[] wavy(int picture, int x, int y) {
        return new double[] {5 + 3 * Math.sin(x + 0.3 * y + picture), Math.cos(0.2 * x * y), 0, 0};
    }

    private static int[] everyPixel() {
        int[] pixels = new int[ALL];
        Arrays.setAll(pixels, i -> i);
        return pixels;
    }

    @Test
    void aFeatureThatIsTheSameEverywhereComesToNothing() {
        LookSamples samples = Samples.of(3, (picture, x, y) -> new double[] {7.5, -0.25, 0, 0});
        FeatureScale scale = FeatureScale.of(samples);

        assertThat(scale.means()).containsExactly(7.5f, -0.25f);
        assertThat(scale.spreads()).as("held above 0").containsExactly(1e-3f, 1e-3f);
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            assertThat(scale.on(tape, samples, new int[] {1}, everyPixel()).toFloats())
                    .containsOnly(0f);
        }
    }

    @Test
    void twoEquallyFrequentValuesAreMinusOneAndOne() {
        LookSamples samples = Samples.of(40, (picture, x, y) -> new double[] {picture % 2 == 0 ? 30 : 10, 0, 0, 0});
        FeatureScale scale = FeatureScale.of(samples);

        assertThat(scale.means()[0]).isEqualTo(20);
        assertThat(scale.spreads()[0]).isEqualTo(10, within(2e-3f));
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            float[] scaled =
                    scale.on(tape, samples, new int[] {0, 1}, new int[] {4}).toFloats();
            assertThat(scaled[0]).isEqualTo(1, within(1e-3f));
            assertThat(scaled[2]).isEqualTo(-1, within(1e-3f));
        }
    }

    @Test
    void manyPixelsHaveAboutAMeanOfNothingAndASpreadOfOne() {
        LookSamples samples = Samples.of(12, FeatureScaleTest::wavy);
        FeatureScale scale = FeatureScale.of(samples);
        int[] pictures = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            float[] scaled = scale.on(tape, samples, pictures, everyPixel()).toFloats();
            for (int feature = 0; feature < 2; feature++) {
                double sum = 0;
                double squares = 0;
                for (int picture = 0; picture < 12; picture++) {
                    for (int pixel = 0; pixel < ALL; pixel++) {
                        double value = scaled[(2 * picture + feature) * ALL + pixel];
                        sum += value / (12 * ALL);
                        squares += value * value / (12 * ALL);
                    }
                }
                assertThat(sum).isBetween(-0.2, 0.2);
                assertThat(squares - sum * sum).isBetween(0.75, 1.25);
            }
        }
    }

    @Test
    void whatIsScaledLiesPictureByPictureFeatureByFeature() {
        LookSamples samples = Samples.of(3, FeatureScaleTest::wavy);
        FeatureScale scale = new FeatureScale(new float[] {5, 0.5f}, new float[] {2, 0.25f});
        int[] pictures = {2, 0};
        int[] pixels = {17, 255, 0};

        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Value scaled = scale.on(tape, samples, pictures, pixels);

            assertThat(scaled.shape()).containsExactly(2, 2, 3, 1);
            float[] values = scaled.toFloats();
            for (int n = 0; n < 2; n++) {
                float[] told = HalfFloat.toFloats(samples.told(pictures[n]));
                for (int p = 0; p < 3; p++) {
                    assertThat(values[6 * n + p]).isEqualTo((told[2 * pixels[p]] - 5) / 2, within(1e-6f));
                    assertThat(values[6 * n + 3 + p]).isEqualTo((told[2 * pixels[p] + 1] - 0.5f) * 4, within(1e-6f));
                }
            }
        }
    }
}
