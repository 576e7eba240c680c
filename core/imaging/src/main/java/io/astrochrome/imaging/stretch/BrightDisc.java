package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Star;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.statistics.Distribution;
import io.astrochrome.imaging.statistics.PixelNoise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Moon, the Sun or a planet: a bright surface with a limb. A stretch that is made for the sky would burn it out.
 *
 * <p>A frame is taken for one by these measures. Its largest bright part stands {@link #CONTRAST} times the noise of a pixel
 * above dark; along at least {@link #LIMB} of its boundary it is bright at once, as stars, galaxies, most nebulae and
 * gradients are not; most of what is bright in the frame belongs to it; it is not just saturated; and the frame has hardly any
 * round stars, which one of the sky has and one that is short enough for a disc has not, unless the disc is large and has a
 * limb all around. A surface that fills the frame has no
 * limb: then it is to have structure that no gradient has, nothing is to outshine it, and no stars are to set its brightness.
 *
 * @param channels its values in each of the frame's channels
 */
record BrightDisc(List<Channel> channels) {
    /** Least height above black, in standard deviations of one pixel's noise. */
    static final double CONTRAST = 50;

    /** Least share of the boundary that is a limb; a crescent's inner side is none. */
    static final double LIMB = 0.25;

    /** As many stars are those of a frame of the sky; a planet may have four moons. */
    static final int STARS_OF_A_SKY = 5;

    /** The median star of a sky is rounder; craters and spots that are taken for stars are not. */
    private static final double ROUND = 1.2;

    /** A disc that covers so much of the frame is one whatever stars there are, the eclipsed Moon. */
    private static final double LARGE = 0.02;

    /** A dome or a horizon around a sky covers more. */
    private static final double TOO_LARGE = 0.35;

    private static final double LIMB_OF_LARGE = 0.5;
    private static final double COMPACTNESS_OF_LARGE = 0.6;

    /** A part with fewer points has no room for a limb, and must have that share above half of its own brightest. */
    private static final int SMALL = 1600;

    private static final double HALF_OF_SMALL = 0.4;

    /** As many of the points that are half as bright belong to the disc at least. */
    private static final double DOMINANCE = 0.7;

    /** Least part of the ellipse with the same second moments that is filled; a thin crescent fills little. */
    private static final double COMPACTNESS = 0.25;

    /** Where more of the disc is as bright as its brightest part, it has no detail to keep. */
    private static final double MOST_SATURATED = 0.5;

    /** Values that differ by less, in standard deviations of a pixel's noise, are as bright. */
    private static final double SATURATION = 6;

    /** Fewer points are a star. */
    private static final int LEAST_POINTS = 80;

    /** A part that covers more of the frame has no limb in it, and is no more than a sky beside a border. */
    private static final double MOST_COVERAGE = 0.9;

    /** Of a surface that fills the frame as much is half as bright at least. */
    private static final double FILLED = 0.25;

    /** In such a frame next to nothing is brighter than its surface. */
    private static final double OUTSHONE = 1.5;

    private static final double OUTSHINING_PIXELS = 1e-5;

    /** Least structure of such a surface, as a part of its brightness, and in a pixel's noise. */
    private static final double STRUCTURE = 0.02;

    private static final double STRUCTURE_OVER_NOISE = 3;

    /** The dark of the frame: as many pixels lie below. */
    private static final double DARK_SHARE = 0.02;

    /** Which pixels may be the disc's brightest: the smaller the share, the smaller the disc that is seen. */
    private static final double[] TOP_SHARES = {1e-2, 1e-3, 1e-4};

    /** Of what is brighter than a tenth as much is brighter than half at least; of stars hardly more. */
    private static final double HALF_OF_TENTH = 0.1;

    private static final double HALF = 0.5;
    private static final double TENTH = 0.1;

    /** Headroom above nearly all of the disc's values, for the rest of them. */
    private static final double WHITE_SHARE = 0.999;

    private static final double WHITE_HEADROOM = 1.05;

    /** Bounds of the balance: the middle of the surface becomes a middle grey, and a dark one is not forced to. */
    private static final double LEAST_MIDTONES = 0.1;

    private static final double GREATEST_MIDTONES = 0.5;

    private static final StarFinder STARS = new StarFinder(100);

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
        boolean zerosAreMissing = values.missingShare() > 0;
        double noise = PixelNoise.of(
                i -> zerosAreMissing && plane.get(i) == 0 ? Double.NaN : plane.get(i), frame.width(), frame.height());
        DiscArea.Grid grid = DiscArea.Grid.of(frame.width(), frame.height());
        float[] points = null;
        for (double share : TOP_SHARES) {
            double top = values.value(1 - share);
            double half = 1 - values.shareBelow(dark + HALF * (top - dark));
            double tenth = 1 - values.shareBelow(dark + TENTH * (top - dark));
            if (top - dark < CONTRAST * noise || top <= dark || half < HALF_OF_TENTH * tenth) {
                continue;
            }
            points = points == null ? grid.values(plane) : points;
            DiscArea area = DiscArea.largest(grid, points, dark, top);
            boolean disc = isDisc(area, noise);
            boolean surface = !disc && half >= FILLED && isSurface(values, area, noise);
            if ((disc && isLargeDisc(area)) || ((disc || surface) && !hasStars(frame, plane))) {
                return channels(frame, disc ? area : area.ofWholeFrame());
            }
        }
        return Optional.empty();
    }

    private static boolean isDisc(DiscArea area, double noise) {
        return area.size() >= LEAST_POINTS
                && area.coverage() <= MOST_COVERAGE
                && area.dominance() >= DOMINANCE
                && area.limb() >= LIMB
                && (area.size() >= SMALL || area.shareAboveHalf() >= HALF_OF_SMALL)
                && area.compactness() >= COMPACTNESS
                && area.shareAbove(area.top() - SATURATION * noise) <= MOST_SATURATED;
    }

    private static boolean isSurface(Distribution values, DiscArea area, double noise) {
        double brightness = area.top() - area.dark();
        double structure = area.structure();
        return values.value(1 - OUTSHINING_PIXELS) - area.dark() <= OUTSHONE * brightness
                && structure >= STRUCTURE * brightness
                && structure >= STRUCTURE_OVER_NOISE * noise
                && area.ofWholeFrame().shareAbove(area.top() - SATURATION * noise) <= MOST_SATURATED;
    }

    private static boolean isLargeDisc(DiscArea area) {
        return area.coverage() >= LARGE
                && area.coverage() <= TOO_LARGE
                && area.limb() >= LIMB_OF_LARGE
                && area.compactness() >= COMPACTNESS_OF_LARGE;
    }

    private static boolean hasStars(DecodedFrame frame, Samples plane) {
        float[] light = new float[plane.length()];
        for (int i = 0; i < light.length; i++) {
            light[i] = plane.get(i);
        }
        double[] elongations = STARS.find(new LinearPlane(frame.width(), frame.height(), light)).stream()
                .mapToDouble(Star::elongation)
                .sorted()
                .toArray();
        return elongations.length >= STARS_OF_A_SKY && elongations[elongations.length / 2] < ROUND;
    }

    private static Optional<BrightDisc> channels(DecodedFrame frame, DiscArea area) {
        List<Channel> channels = new ArrayList<>();
        for (Samples plane : frame.planes()) {
            float[] inside = area.valuesWhere(true, plane);
            float[] outside = area.valuesWhere(false, plane);
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
