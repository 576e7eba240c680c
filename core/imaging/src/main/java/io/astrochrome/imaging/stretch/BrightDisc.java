package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Samples;
import io.astrochrome.imaging.statistics.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Moon, the Sun or a planet: a bright surface with a limb. A stretch that is made for the sky would burn it out.
 *
 * <p>A frame is taken for one by these measures, all of which stars, galaxies, nebulae, gradients and noise fail: the
 * brightest part that holds together has at least {@link #EDGE} times the area at half of its brightness that it has at a
 * tenth (a star has 0.3, a galaxy 0.1), most of what is that bright in the frame belongs to it, it is compact, it stands
 * {@link #CONTRAST} times the noise of a pixel above black, nothing outshines it but hot pixels, and it is not just
 * saturated. A surface that fills the frame has no limb; then nothing at all may outshine it.
 *
 * @param channels its values in each of the frame's channels
 */
record BrightDisc(List<Channel> channels) {
    /** Least area at half of the brightness, as a part of that at a tenth. */
    static final double EDGE = 0.4;

    /** Least height above black, in standard deviations of one pixel's noise. */
    static final double CONTRAST = 50;

    /** As many of the pixels that are half as bright belong to the disc at least. */
    private static final double DOMINANCE = 0.7;

    /** Least part of the ellipse with the same second moments that is filled. */
    private static final double COMPACTNESS = 0.6;

    /** Where more of the disc is as bright as its brightest part, it has no detail to keep. */
    private static final double MOST_SATURATED = 0.5;

    /** Values that differ by less, in standard deviations of a pixel's noise, are as bright. */
    private static final double SATURATION = 6;

    /** A surface that fills the frame, without a limb: as much of it is half as bright at least. */
    private static final double FILLED = 0.25;

    /** In such a frame next to nothing is brighter than its surface. */
    private static final double OUTSHONE_IN_FILLED = 1.5;

    /** The dark of the frame: as many pixels lie below. */
    private static final double DARK_SHARE = 0.02;

    /** Which pixels may be the disc's brightest: the smaller the share, the smaller the disc that is seen. */
    private static final double[] TOP_SHARES = {1e-2, 1e-3, 1e-4};

    /** How many times as high above black something else is that outshines the disc. */
    private static final double OUTSHONE = 3;

    /** As {@link #OUTSHONE} for single pixels, which may be hot ones. */
    private static final double OUTSHONE_BY_PIXELS = 10;

    private static final double OUTSHINING_PIXELS = 1e-5;
    private static final double HALF = 0.5;
    private static final double TENTH = 0.1;

    /** Headroom above nearly all of the disc's values, for the rest of them. */
    private static final double WHITE_SHARE = 0.999;

    private static final double WHITE_HEADROOM = 1.05;

    /** Bounds of the balance: the middle of the surface becomes a middle grey, and a dark one is not forced to. */
    private static final double LEAST_MIDTONES = 0.1;

    private static final double GREATEST_MIDTONES = 0.5;

    /**
     * Where the disc's values lie in one channel, in the units of the frame's samples.
     *
     * @param black of the sky beside it
     * @param middle the median over its surface
     * @param white next to nothing on it is brighter
     */
    record Channel(double black, double middle, double white) {
        ToneFit fit() {
            double balance = (middle - black) / (white - black);
            return new ToneFit(black, white, Math.max(LEAST_MIDTONES, Math.min(GREATEST_MIDTONES, balance)));
        }
    }

    /**
     * Empty where the frame shows something else. Costs next to nothing where its histogram is that of a sky.
     *
     * @param distributions of the frame's planes
     */
    static Optional<BrightDisc> of(DecodedFrame frame, List<Distribution> distributions) {
        int green = frame.channels() / 2; // or the only one
        Samples plane = frame.plane(green);
        Distribution values = distributions.get(green);
        double dark = values.quantile(DARK_SHARE);
        double noise = PixelNoise.of(plane, frame.width(), frame.height());
        for (double share : TOP_SHARES) {
            double top = values.value(1 - share);
            if (top - dark < CONTRAST * noise || top <= dark || isOutshone(values, dark, top, OUTSHONE_BY_PIXELS)) {
                continue;
            }
            double half = 1 - values.shareBelow(dark + HALF * (top - dark));
            double tenth = 1 - values.shareBelow(dark + TENTH * (top - dark));
            if (half < EDGE * tenth) {
                continue;
            }
            Optional<DiscArea> area = DiscArea.brightest(frame, plane, dark, top);
            if (area.isEmpty()) {
                continue;
            }
            boolean fills = half >= FILLED && !isOutshone(values, dark, top, OUTSHONE_IN_FILLED);
            if (isDisc(area.get(), dark, top, noise)) {
                return channels(frame, area.get());
            }
            if (fills && area.get().shareAbove(top - SATURATION * noise) <= MOST_SATURATED) {
                return channels(frame, area.get().ofWholeFrame());
            }
        }
        return Optional.empty();
    }

    private static boolean isOutshone(Distribution values, double dark, double top, double factor) {
        return values.value(1 - OUTSHINING_PIXELS) - dark > factor * (top - dark);
    }

    private static boolean isDisc(DiscArea area, double dark, double top, double noise) {
        return area.half() >= EDGE * area.tenth()
                && area.half() >= DOMINANCE * area.halfInFrame()
                && area.compactness() >= COMPACTNESS
                && area.shareAbove(area.brightest() - SATURATION * noise) <= MOST_SATURATED
                && area.brightest() - dark <= OUTSHONE * (top - dark);
    }

    private static Optional<BrightDisc> channels(DecodedFrame frame, DiscArea area) {
        List<Channel> channels = new ArrayList<>();
        for (Samples plane : frame.planes()) {
            float[] inside = area.inside(plane);
            float[] outside = area.outside(plane);
            Arrays.sort(inside);
            Arrays.sort(outside);
            double white = inside[(int) (WHITE_SHARE * (inside.length - 1))];
            double black = outside.length > 0 ? outside[outside.length / 2] : inside[0];
            if (white <= black) {
                return Optional.empty();
            }
            channels.add(new Channel(black, inside[inside.length / 2], black + WHITE_HEADROOM * (white - black)));
        }
        return Optional.of(new BrightDisc(channels));
    }
}
