package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final int SIDE = 48;

    @Test
    void theTruthItselfIsPerfect() {
        LabImage truth = colourful();
        Quality quality = Quality.score(truth, truth.a().clone(), truth.b().clone());

        assertThat(quality.psnrDecibels()).isInfinite().isPositive();
        assertThat(quality.meanSquaredError()).isZero();
        assertThat(quality.ssim()).isCloseTo(1, within(1e-9));
        assertThat(quality.deltaE2000()).isZero();
        assertThat(quality.colourfulnessRatio()).isEqualTo(1);
        assertThat(quality.greyDeltaE2000()).isPositive();
    }

    @Test
    void greyGainsNothingOverGrey() {
        LabImage truth = colourful();
        Quality quality = Quality.score(truth, new float[SIDE * SIDE], new float[SIDE * SIDE]);

        assertThat(quality.gainDecibels()).isCloseTo(0, within(1e-6));
        assertThat(quality.ssim()).isCloseTo(quality.greySsim(), within(1e-6));
        assertThat(quality.deltaE2000()).isCloseTo(quality.greyDeltaE2000(), within(1e-6));
        assertThat(quality.colourfulnessRatio()).isLessThan(0.001);
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

        assertThat(quality.gainDecibels()).isBetween(4.0, 8.0);
        assertThat(quality.deltaE2000()).isLessThan(quality.greyDeltaE2000());
        assertThat(quality.colourfulnessRatio()).isBetween(0.4, 0.6);
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
