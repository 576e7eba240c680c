package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final int SIDE = 48;

    @Test
    void theTruthItselfIsPerfect() {
        LabImage truth = colourful();
        Quality quality = Quality.score(truth, truth.a().clone(), truth.b().clone());

        assertThat(quality.gain().psnrDecibels()).isEqualTo(100);
        assertThat(quality.gain().meanSquaredError()).isZero();
        assertThat(quality.ssim()).isCloseTo(1, within(1e-9));
        assertThat(quality.deltaE2000()).isZero();
        assertThat(quality.gain().colourfulnessRatio()).isEqualTo(1);
        assertThat(quality.greyDeltaE2000()).isPositive();
    }

    @Test
    void greyGainsNothingOverGrey() {
        LabImage truth = colourful();
        Quality quality = Quality.score(truth, new float[SIDE * SIDE], new float[SIDE * SIDE]);

        assertThat(quality.gain().gainDecibels()).isCloseTo(0, within(1e-6));
        assertThat(quality.ssim()).isCloseTo(quality.greySsim(), within(1e-6));
        assertThat(quality.deltaE2000()).isCloseTo(quality.greyDeltaE2000(), within(1e-6));
        assertThat(quality.gain().colourfulnessRatio()).isLessThan(0.001);
    }

    @Test
    void halfTheChromaLiesBetweenGreyAndTheTruth() {
        LabImage truth = colourful();
        float[] a = new float[SIDE * SIDE];
        float[] b = new float[SIDE * SIDE];
        for (int i = 0; i < a.length; i++) {
            a[i] = truth.a()[i] / 2;
            b[i] = truth.b()[i] / 2;
        }
        Quality quality = Quality.score(truth, a, b);

        assertThat(quality.gain().gainDecibels()).isBetween(4.0, 8.0);
        assertThat(quality.deltaE2000()).isLessThan(quality.greyDeltaE2000());
        assertThat(quality.gain().colourfulnessRatio()).isBetween(0.4, 0.6);
    }

    @Test
    void gainAloneIsTheSameAsWithEverythingElse() {
        LabImage truth = colourful();
        float[] a = new float[SIDE * SIDE];

        assertThat(GainOverGrey.of(truth, a, truth.b()))
                .isEqualTo(Quality.score(truth, a, truth.b()).gain());
    }

    @Test
    void aSetsFiguresCountEachPictureOnce() {
        GainSummary summary = GainSummary.of(List.of(
                new GainOverGrey(0.001, 0.01, 5, 10),
                new GainOverGrey(0.1, 0.1, 30, 20),
                new GainOverGrey(0, 0.001, 3, 0)));

        assertThat(summary.psnrDecibels()).as("one without error counts 100 dB").isCloseTo(140 / 3.0, within(1e-9));
        assertThat(summary.gainDecibels()).isCloseTo((10 + 0 + 70) / 3.0, within(1e-9));
        assertThat(summary.pooledPsnrDecibels()).isCloseTo(-10 * Math.log10(0.101 / 3), within(1e-9));
        assertThat(summary.pooledGainDecibels()).isCloseTo(10 * Math.log10(0.111 / 0.101), within(1e-9));
        assertThat(summary.colourfulnessRatio())
                .as("the median of those with colour")
                .isEqualTo(1);
        assertThat(GainSummary.of(List.of()).gainDecibels()).isNaN();
    }

    @Test
    void aPictureWithoutColourIsNoTruth() {
        LabImage grey = colourful().withChroma(null, null);
        assertThatThrownBy(() -> Quality.score(grey, new float[1], new float[1]))
                .hasMessage("the truth must have colour");
    }

    @Test
    void psnrIsThatOfItsMeanSquaredError() {
        float[][] truth = {{0, 1}, {0, 1}, {0, 1}};
        float[][] off = {{0.1f, 1}, {0, 0.9f}, {0, 1}};

        double error = QualityMeasures.meanSquaredError(truth, off);

        assertThat(error).isCloseTo(0.02 / 6, within(1e-8));
        assertThat(QualityMeasures.psnrDecibels(error)).isCloseTo(24.771, within(1e-3));
        assertThat(QualityMeasures.psnrDecibels(0.01)).isCloseTo(20, within(1e-12));
    }

    @Test
    void colourfulnessIsTheFormulaOfThePaper() {
        // Two pixels, red and green: rg = 255, -255; yb = 127.5, 127.5.
        float[][] rgb = {{1, 0}, {0, 1}, {0, 0}};
        assertThat(QualityMeasures.colourfulness(rgb)).isCloseTo(255 + 0.3 * 127.5, within(1e-4));
        assertThat(QualityMeasures.colourfulness(new float[][] {{0.3f, 0.6f}, {0.3f, 0.6f}, {0.3f, 0.6f}}))
                .isCloseTo(0, within(1e-4));
    }

    private static LabImage colourful() {
        Random random = new Random(5);
        float[][] rgb = new float[3][SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            float base = 0.2f + 0.5f * (i % SIDE) / SIDE;
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = base + 0.25f * random.nextFloat();
            }
        }
        return LabPlanes.fromSrgb(SIDE, SIDE, rgb[0], rgb[1], rgb[2]);
    }
}
