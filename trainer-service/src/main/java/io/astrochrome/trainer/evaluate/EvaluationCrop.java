package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.trainer.data.NormalisedLab;

/** The part of a picture that is measured: the centre crop of {@code side} px. Thread-safe. */
public record EvaluationCrop(int side) {
    private static final Resampler RESAMPLER = new Resampler(ResampleKernel.BICUBIC);

    /** The picture's crop; a picture too small for it is enlarged first. */
    public NormalisedLab of(NormalisedLab picture) {
        int shorter = Math.min(picture.width(), picture.height());
        NormalisedLab large = shorter < side ? enlarged(picture, (double) side / shorter) : picture;
        return large.centreCrop(side, side);
    }

    private NormalisedLab enlarged(NormalisedLab picture, double scale) {
        int width = Math.max(side, (int) Math.round(picture.width() * scale));
        int height = Math.max(side, (int) Math.round(picture.height() * scale));
        return new NormalisedLab(
                width,
                height,
                resize(picture.l(), picture, width, height),
                resize(picture.a(), picture, width, height),
                resize(picture.b(), picture, width, height));
    }

    private static float[] resize(float[] plane, NormalisedLab picture, int width, int height) {
        return RESAMPLER.resize(plane, picture.width(), picture.height(), width, height);
    }
}
