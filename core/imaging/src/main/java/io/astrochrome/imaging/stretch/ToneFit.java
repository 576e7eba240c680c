package io.astrochrome.imaging.stretch;

import java.util.List;

/**
 * A midtone curve for one channel, in the units of the frame's samples.
 *
 * @param black what becomes 0
 * @param white what becomes 1
 * @param midtones the balance between them
 */
record ToneFit(double black, double white, double midtones) {
    /** PixInsight's and Siril's default: where shadows are clipped, in deviations from the median. */
    static final double SHADOWS_CLIPPING = -2.8;

    /** PixInsight's and Siril's default: what the median becomes. */
    static final double TARGET_BACKGROUND = 0.25;

    /**
     * Where white lies, in deviations above the median. So far out the curve is a hyperbola that depends on background and
     * noise alone, as it does for a camera's 16 bits; with the end of a file's own range as white, the same scene would
     * look different in another format, and with the brightest pixel as white, each frame of a sequence.
     */
    static final double WHITE_DEVIATIONS = 2000;

    /**
     * The curve for a sky, which the spread describes: a straight line through any scale and offset that its values were
     * stored with, so that these do not matter. Leaves a frame without spread as it is.
     */
    static ToneFit ofSky(Spread spread) {
        if (spread.deviation() == 0) {
            return new ToneFit(0, 1, MidtoneTone.NEUTRAL);
        }
        double black = Math.max(
                Math.min(spread.least(), spread.median() - spread.deviation()),
                spread.median() + SHADOWS_CLIPPING * spread.deviation());
        double white = spread.median() + WHITE_DEVIATIONS * spread.deviation();
        double background = (spread.median() - black) / (white - black);
        return new ToneFit(black, white, MidtoneTone.transfer(TARGET_BACKGROUND, background));
    }

    /** One curve for all channels that clips none of them. */
    static ToneFit common(List<ToneFit> channels) {
        return new ToneFit(
                channels.stream().mapToDouble(ToneFit::black).min().orElse(0),
                channels.stream().mapToDouble(ToneFit::white).max().orElse(1),
                channels.stream().mapToDouble(ToneFit::midtones).average().orElse(MidtoneTone.NEUTRAL));
    }
}
