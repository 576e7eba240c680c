package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GainSummaryTest {
    private static final double NEAR = 1e-9;

    @Test
    void decibelsAreThoseOfTheErrorsInverse() {
        assertThat(QualityMeasures.psnrDecibels(1)).isCloseTo(0, within(NEAR));
        assertThat(QualityMeasures.psnrDecibels(0.001)).isCloseTo(30, within(NEAR));
        assertThat(QualityMeasures.psnrDecibels(0)).isCloseTo(100, within(NEAR));
    }

    @Test
    void meansCountEachPictureOnceAndPoolsEachError() {
        GainOverGrey good = new GainOverGrey(0.001, 0.01, 20, 40);
        GainOverGrey poor = new GainOverGrey(0.1, 0.01, 90, 30);
        GainSummary summary = GainSummary.of(List.of(good, poor));
        assertThat(summary.pictures()).isEqualTo(2);
        assertThat(summary.psnrDecibels()).isCloseTo(20, within(NEAR));
        assertThat(summary.pooledPsnrDecibels()).isCloseTo(-10 * Math.log10(0.0505), within(NEAR));
        assertThat(summary.gainDecibels()).isCloseTo(0, within(NEAR));
        assertThat(summary.pooledGainDecibels()).isCloseTo(-10 * Math.log10(0.0505 / 0.01), within(NEAR));
        assertThat(summary.colourfulnessRatio())
                .as("of an even number the mean of both")
                .isEqualTo(1.75);
    }

    @Test
    void greyTruthsHaveNoColourfulnessToCompareWith() {
        GainOverGrey grey = new GainOverGrey(0.001, 0.001, 5, 0);
        GainOverGrey coloured = new GainOverGrey(0.001, 0.01, 20, 40);
        assertThat(GainSummary.of(List.of(grey, coloured, grey)).colourfulnessRatio())
                .isEqualTo(0.5);
        assertThat(GainSummary.of(List.of(grey)).colourfulnessRatio()).isNaN();
    }

    @Test
    void figuresOfNoPictureAreNotNumbers() {
        GainSummary none = GainSummary.of(List.of());
        assertThat(none.pictures()).isZero();
        assertThat(none.psnrDecibels()).isNaN();
        assertThat(none.pooledPsnrDecibels()).isNaN();
        assertThat(none.gainDecibels()).isNaN();
        assertThat(none.pooledGainDecibels()).isNaN();
        assertThat(none.colourfulnessRatio()).isNaN();
    }

    @Test
    void colourfulnessIsThatOfThePaper() {
        float[][] grey = {{0.2f, 0.8f}, {0.2f, 0.8f}, {0.2f, 0.8f}};
        assertThat(QualityMeasures.colourfulness(grey)).isCloseTo(0, within(1e-4));
        // One colour everywhere: no spread, and 0.3 times the distance of its mean from grey.
        float[][] red = {{1, 1}, {0, 0}, {0, 0}};
        assertThat(QualityMeasures.colourfulness(red)).isCloseTo(0.3 * Math.hypot(255, 127.5), within(1e-4));
        // Red and cyan: rg is 255 and -255, yb 127.5 and -127.5; their means are 0.
        float[][] both = {{1, 0}, {0, 1}, {0, 1}};
        assertThat(QualityMeasures.colourfulness(both)).isCloseTo(Math.hypot(255, 127.5), within(1e-4));
    }

    @Test
    void anErrorIsTheMeanOverPixelsAndChannels() {
        float[][] truth = {{0, 0.5f}, {0, 0.5f}, {0, 0.5f}};
        float[][] prediction = {{0, 0.5f}, {0, 1}, {0.5f, 0.5f}};
        assertThat(QualityMeasures.meanSquaredError(truth, prediction)).isCloseTo(0.5 / 6, within(NEAR));
        assertThat(QualityMeasures.meanSquaredError(truth, truth)).isZero();
    }
}
