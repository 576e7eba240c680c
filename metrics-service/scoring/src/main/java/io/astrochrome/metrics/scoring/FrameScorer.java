package io.astrochrome.metrics.scoring;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.quality.Quality;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;

/**
 * Scores a coloured frame against its true colours at the model's side, on the rectangle that shows the frame: the
 * padding to multiples of 32 does not count. Pure; thread-safe.
 */
final class FrameScorer {
    private FrameScorer() {}

    /**
     * The score of one frame by one model.
     *
     * @throws UnscorableException where the truth has no colour, or the two grids are not the same
     */
    static FrameScored score(LabTensor truth, FrameColorized colorized, Instant at) throws UnscorableException {
        return score(truth, Colours.of(colorized), at);
    }

    /** As {@link #score(LabTensor, FrameColorized, Instant)}, of colours that may have been unseen. */
    static FrameScored score(LabTensor truth, Colours colorized, Instant at) throws UnscorableException {
        if (!truth.hasColour()) {
            throw new UnscorableException("frame " + truth.frame().frameId() + " has no colour to score against");
        }
        TensorGrid grid = truth.geometry();
        if (!grid.equals(colorized.geometry())) {
            throw new UnscorableException(
                    "the coloured grid " + colorized.geometry() + " is not that of the truth, " + grid);
        }
        Quality quality = Quality.score(
                TensorPicture.of(truth),
                TensorPicture.chroma(HalfFloat.toFloats(colorized.a()), grid),
                TensorPicture.chroma(HalfFloat.toFloats(colorized.b()), grid));
        return new FrameScored(
                colorized.frame().frameId(),
                colorized.frame().target(),
                colorized.frame().purpose(),
                colorized.modelId(),
                quality.gain().psnrDecibels(),
                quality.gain().greyPsnrDecibels(),
                quality.gain().meanSquaredError(),
                quality.gain().greyMeanSquaredError(),
                quality.ssim(),
                quality.greySsim(),
                quality.deltaE2000(),
                quality.greyDeltaE2000(),
                quality.gain().colourfulnessRatio(),
                at);
    }
}
