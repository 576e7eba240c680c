package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.metrics.sample.ReferencePsnr;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameScorerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private final SampleFrame sky = SampleFrame.of("M 42", "light_1.fits", 1);

    @Test
    void agreesWithAPsnrComputedFromTheFormulas() throws UnscorableException {
        LabTensor truth = sky.tensor();
        FrameColorized colorized = sky.colorized(SampleFrame.MODEL, 0.6);

        FrameScored score = FrameScorer.score(truth, colorized, NOW);

        assertThat(score.psnrDecibels()).isCloseTo(ReferencePsnr.of(truth, colorized.a(), colorized.b()), within(0.01));
        short[] none = new short[truth.a().length];
        assertThat(score.greyPsnrDecibels()).isCloseTo(ReferencePsnr.of(truth, none, none), within(0.01));
        assertThat(score.gainDecibels()).isPositive();
    }

    @Test
    void countsNothingOfThePadding() throws UnscorableException {
        LabTensor truth = sky.tensor();
        TensorGrid grid = truth.geometry();
        assertThat(grid.contentWidth()).as("this test needs padding").isLessThan(grid.width());
        FrameColorized clean = sky.colorized(SampleFrame.MODEL, 0.6);
        FrameColorized dirty = sky.colorized(SampleFrame.MODEL, 0.6);
        for (int y = 0; y < grid.height(); y++) {
            dirty.a()[y * grid.width() + grid.contentWidth()] = (short) 0x3c00;
        }

        assertThat(FrameScorer.score(truth, dirty, NOW)).isEqualTo(FrameScorer.score(truth, clean, NOW));
    }

    @Test
    void scoresGreyAsNoGain() throws UnscorableException {
        FrameScored score = FrameScorer.score(sky.tensor(), sky.colorized(SampleFrame.MODEL, 0), NOW);

        assertThat(score.gainDecibels()).isCloseTo(0, within(1e-4));
        assertThat(score.colourfulnessRatio()).isCloseTo(0, within(1e-3));
    }

    @Test
    void saysWhatDoesNotFit() {
        SampleFrame other = SampleFrame.of("M 42", "light_2.fits", new java.awt.image.BufferedImage(90, 64, 1), NOW);

        assertThatThrownBy(() -> FrameScorer.score(sky.tensor(), other.colorized(SampleFrame.MODEL, 1), NOW))
                .isInstanceOf(UnscorableException.class)
                .hasMessageContaining("not that of the truth");
        assertThatThrownBy(() -> FrameScorer.score(sky.mono(), sky.colorized(SampleFrame.MODEL, 1), NOW))
                .isInstanceOf(UnscorableException.class)
                .hasMessageContaining("no colour");
    }

    @Test
    void theTruthItselfIsPerfect() throws UnscorableException {
        LabTensor truth = sky.tensor();
        FrameScored score = FrameScorer.score(truth, sky.colorized(SampleFrame.MODEL, 1), NOW);

        assertThat(score.meanSquaredError()).isZero();
        assertThat(score.psnrDecibels()).as("the most that is told apart").isEqualTo(100);
        assertThat(score.ssim()).isCloseTo(1, within(1e-6));
        assertThat(score.deltaE2000()).isCloseTo(0, within(1e-6));
        assertThat(score.colourfulnessRatio()).isCloseTo(1, within(1e-6));
    }

    @Test
    void theNearerToTheTruthTheBetterEachFigure() throws UnscorableException {
        LabTensor truth = sky.tensor();
        FrameScored before = FrameScorer.score(truth, sky.colorized(SampleFrame.MODEL, 0.1), NOW);
        for (double share : new double[] {0.3, 0.5, 0.7, 0.9}) {
            FrameScored nearer = FrameScorer.score(truth, sky.colorized(SampleFrame.MODEL, share), NOW);

            assertThat(nearer.psnrDecibels()).isGreaterThan(before.psnrDecibels());
            assertThat(nearer.meanSquaredError()).isLessThan(before.meanSquaredError());
            assertThat(nearer.deltaE2000()).isLessThan(before.deltaE2000());
            assertThat(nearer.colourfulnessRatio()).isGreaterThan(before.colourfulnessRatio());
            assertThat(nearer.greyPsnrDecibels()).as("grey is the same").isEqualTo(before.greyPsnrDecibels());
            before = nearer;
        }
    }

    @Test
    void saysWhoseScoreItIsAndDecibelsAreThoseOfTheError() throws UnscorableException {
        SampleFrame validation = sky.withPurpose(Purpose.VALIDATION);
        FrameScored score = FrameScorer.score(validation.tensor(), validation.colorized(SampleFrame.MODEL, 0.6), NOW);

        assertThat(score.frameId()).isEqualTo(sky.frame().frameId());
        assertThat(score.target()).isEqualTo("M 42");
        assertThat(score.purpose()).isEqualTo(Purpose.VALIDATION);
        assertThat(score.modelId()).isEqualTo(SampleFrame.MODEL);
        assertThat(score.scoredAt()).isEqualTo(NOW);
        assertThat(score.psnrDecibels()).isCloseTo(-10 * Math.log10(score.meanSquaredError()), within(1e-9));
        assertThat(score.greyPsnrDecibels()).isCloseTo(-10 * Math.log10(score.greyMeanSquaredError()), within(1e-9));
    }
}
