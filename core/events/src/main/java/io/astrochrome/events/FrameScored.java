package io.astrochrome.events;

import java.time.Instant;

/**
 * How well a model coloured a frame whose true colours are known, at the model's side, with the grey picture's figures
 * beside it.
 *
 * @param psnrDecibels RGB PSNR of the coloured picture
 * @param greyPsnrDecibels RGB PSNR of the grey one
 * @param meanSquaredError of RGB in [0,1]; what pooled PSNR is made of
 * @param ssim structural similarity of the luma, 1 is equal
 * @param deltaE2000 mean CIEDE2000 colour difference
 * @param colourfulnessRatio Hasler and Suesstrunk's measure, coloured over true; NaN where the truth has no colour
 */
public record FrameScored(
        String frameId,
        String target,
        Purpose purpose,
        String modelId,
        double psnrDecibels,
        double greyPsnrDecibels,
        double meanSquaredError,
        double greyMeanSquaredError,
        double ssim,
        double greySsim,
        double deltaE2000,
        double greyDeltaE2000,
        double colourfulnessRatio,
        Instant scoredAt) {
    public FrameScored {
        Rules.sha256("frameId", frameId);
        Rules.notBlank("target", target);
        Rules.present("purpose", purpose);
        Rules.sha256("modelId", modelId);
        Rules.present("scoredAt", scoredAt);
    }

    /** What the colours add to doing nothing, in dB. */
    public double gainDecibels() {
        return psnrDecibels - greyPsnrDecibels;
    }
}
