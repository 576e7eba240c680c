package io.astrochrome.imaging.decode;

import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.statistics.Distribution;
import java.util.List;

/**
 * Whether values are proportional to light, by what the file says and by how they are distributed: a linear frame's
 * background is a narrow peak, and nearly everything lies in it. The one place where this is decided; formats only say how
 * much their word is worth.
 */
public enum Linearity {
    /** A telescope's file of more than 8 bits that tells of no stretch: linear. */
    OF_SENSOR {
        @Override
        boolean isLinear(Distribution values) {
            return true;
        }
    },
    /**
     * A picture's file of more than 8 bits that says nothing of its encoding, or a telescope's of 8: linear where it is as
     * dark as such frames, or its noise as narrow, which 23 in 1,000 published pictures are too.
     */
    UNSAID {
        @Override
        boolean isLinear(Distribution values) {
            return isDark(values)
                    || isNarrow(values, USUAL_DEVIATION, GREATEST_BULK)
                    || isNarrow(values, LEAST_DEVIATION, 1);
        }
    },
    /**
     * A picture's file of 8 bits or with a colour profile, or one that tells of a stretch: linear only where its background's noise is
     * narrower than that of any picture to look at. Of 1,322 published ones it is in none.
     */
    SAID_OTHERWISE {
        @Override
        boolean isLinear(Distribution values) {
            return isNarrow(values, GREATEST_DEVIATION, GREATEST_BULK);
        }
    },
    /** A format for looking at. */
    PICTURE {
        @Override
        boolean isLinear(Distribution values) {
            return false;
        }
    };

    /** A linear frame's background lies below; a stretched one's is made to lie about 0.1 to 0.25. */
    private static final double HIGHEST_MEDIAN = 0.08;

    /** 95 of 100 pixels of a dark linear frame lie below. */
    private static final double HIGHEST_BULK = 0.12;

    private static final double BULK = 0.95;
    private static final double HALF = 0.5;

    /** Greatest standard deviation of a linear background's noise; the least of a published picture's was 0.0042. */
    private static final double GREATEST_DEVIATION = 0.003;

    /** As {@link #GREATEST_DEVIATION}, where nothing speaks against it; six of 1,322 published pictures have less. */
    private static final double USUAL_DEVIATION = 0.008;

    /** With so little noise a frame is linear whatever bright parts fill it; one of 1,322 published pictures has less. */
    private static final double LEAST_DEVIATION = 0.002;

    /** How far above the background 95 of 100 pixels lie at most, wherever it lies itself. */
    private static final double GREATEST_BULK = 0.1;

    /** A picture's sky that was clipped to black is narrow too. */
    private static final double MOST_BLACK = 0.25;

    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    abstract boolean isLinear(Distribution values);

    /** For a format that telescopes write: so many bits a sample, and whether it tells of a stretch. */
    public static Linearity ofTelescope(int bits, boolean tellsOfStretch) {
        if (tellsOfStretch) {
            return SAID_OTHERWISE;
        }
        return bits > Byte.SIZE ? OF_SENSOR : UNSAID;
    }

    /** Whether all of the planes are linear; their values, before any profile was applied, fill the file's own range. */
    public boolean isLinear(List<Samples> planes) {
        return this == OF_SENSOR
                || (this != PICTURE && planes.stream().allMatch(plane -> isLinear(plane.distribution())));
    }

    private static boolean isDark(Distribution values) {
        return values.missingShare() < HALF
                && values.quantile(HALF) <= HIGHEST_MEDIAN
                && values.quantile(BULK) <= HIGHEST_BULK;
    }

    private static boolean isNarrow(Distribution values, double greatestDeviation, double greatestBulk) {
        double median = values.quantile(HALF);
        return !values.isFlat()
                && values.missingShare() < MOST_BLACK
                && MAD_TO_SIGMA * values.medianDistance(median) <= greatestDeviation
                && values.quantile(BULK) - median <= greatestBulk;
    }
}
