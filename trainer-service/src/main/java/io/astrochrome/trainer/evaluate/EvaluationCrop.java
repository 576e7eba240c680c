package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.tensors.TensorSides;
import io.astrochrome.trainer.data.NormalisedLab;

/** The part of a picture that is measured: brought to {@code side} px on its shorter side, the centre. Thread-safe. */
public record EvaluationCrop(int side) {
    private static final Resampler RESAMPLER = new Resampler(ResampleKernel.LANCZOS3);

    public EvaluationCrop {
        if (!TensorSides.fits(side)) {
            throw new IllegalArgumentException(
                    "a crop's side must be a positive multiple of " + TensorSides.MULTIPLE + ", not " + side);
        }
    }

    /** The picture's crop. */
    public NormalisedLab of(NormalisedLab picture) {
        int shorter = Math.min(picture.width(), picture.height());
        NormalisedLab sized = shorter == side ? picture : resized(picture, (double) side / shorter);
        return sized.centreCrop(side, side);
    }

    private NormalisedLab resized(NormalisedLab picture, double scale) {
        int width = Math.max(side, (int) Math.round(picture.width() * scale));
        int height = Math.max(side, (int) Math.round(picture.height() * scale));
        return new NormalisedLab(
                width,
                height,
                resize(picture.l(), picture, width, height),
                resize(picture.a(), picture, width, height),
                resize(picture.b(), picture, width, height));
    }

    /** Overshoots at stars are cut off. */
    private static float[] resize(float[] plane, NormalisedLab picture, int width, int height) {
        float[] resized = RESAMPLER.resize(plane, picture.width(), picture.height(), width, height);
        for (int i = 0; i < resized.length; i++) {
            resized[i] = Math.min(1f, Math.max(-1f, resized[i]));
        }
        return resized;
    }
}
