package io.astrochrome.imaging.decode.samples;

import io.astrochrome.imaging.statistics.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Brings floating-point values of any range to [0, 1]. An image's scale is arbitrary: fluxes of 1e-17 and counts of 1e17
 * are read alike, and bounds that a header claims are believed only where the values keep to them.
 */
public final class FloatLevels {
    /** Ranges that programs use for pictures: the unit, 8 and 16 bits. */
    private static final double[] USUAL_WHITES = {1, 255, 65535};

    /** Values that pass a usual white by less went through an interpolation. */
    private static final double OVERSHOOT = 1.05;

    /** A range is a usual one where the brightest value is not far below its white. */
    private static final double LEAST_USE = 1 / 256.0;

    /** Less of a range would be nothing as a float. */
    private static final double LEAST_OF_RANGE = 1e-30;

    /** A few broken pixels do not set the range: as many values may lie beyond it. */
    private static final double BEYOND = 1 / 20_000.0;

    /** Values beyond are no light but the marks of broken pixels, such as the greatest float. */
    private static final float MARK = 1e30f;

    /** So many times further from the others than these are from each other: the marks of broken pixels. */
    private static final double FAR = 1e4;

    /** More values than that below black are the noise of a sky that was subtracted, and not overshoot. */
    private static final double FEW = 0.01;

    /** Of the range, below its least value where 0 is not black: a sample of 0 stands for missing pixels alone. */
    private static final double MARGIN = 1e-3;

    private FloatLevels() {}

    /**
     * Scales all planes alike, in place. What lies beyond the range is clipped: infinite values and marks of broken
     * pixels. Not-a-number becomes 0.
     *
     * @param kept what was done to the values before
     * @param claimed the range that the file claims; null where it claims none
     * @return what became 0 and 1 in the file
     */
    public static SampleLevels normalise(float[][] planes, Prescaling kept, @Nullable SampleLevels claimed) {
        Extent extent = Extent.of(planes);
        SampleLevels bounds = claimed == null ? null : kept.apply(claimed);
        SampleLevels levels =
                bounds != null && extent.keepsTo(bounds, planes) ? bounds : extent.levels(kept.apply(0), planes);
        boolean masked = extent.zerosAreMissing && kept.apply(0) == 0;
        double range = levels.white() - levels.black();
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                float value = (float) ((plane[i] - levels.black()) / range);
                boolean missing = !(value > 0) || (masked && plane[i] == 0); // not-a-number is not above 0
                plane[i] = missing ? 0 : Math.min(1, value);
            }
        }
        return new SampleLevels(kept.restore(levels.black()), kept.restore(levels.white()));
    }

    /** Where the values of all planes lie. */
    private static final class Extent {
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private boolean zerosAreMissing;
        private long count;

        static Extent of(float[][] planes) {
            Extent extent = new Extent();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (float[] plane : planes) {
                extent.add(plane);
                Distribution values = Distribution.of(plane);
                extent.zerosAreMissing |= values.missingShare() > 0;
                low = Math.min(low, withoutMark(values));
                high = Math.max(high, values.value(1 - BEYOND));
            }
            double far = FAR * Math.max(high - low, Math.max(Math.abs(low), Math.abs(high)) / FAR);
            if (extent.greatest > extent.least && Math.abs(low) < MARK && Math.abs(high) < MARK) {
                extent.least = extent.least < low - far ? low : extent.least;
                extent.greatest = extent.greatest > high + far ? high : extent.greatest;
            }
            return extent;
        }

        /** The least value but for a few, and but for one that whole rows may have as a mark, such as -1 among fluxes. */
        private static double withoutMark(Distribution values) {
            double low = values.value(BEYOND);
            double next = values.above(low);
            double others = values.value(1 - BEYOND) - next;
            return low < 0 && others > 0 && next - low > FAR * others ? next : low;
        }

        private void add(float[] plane) {
            for (float value : plane) {
                if (Math.abs(value) < MARK) { // nor not-a-number
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
            count += plane.length;
        }

        /** Whether the values fill the range, but for a little overshoot. */
        boolean keepsTo(SampleLevels range, float[][] planes) {
            if (!(greatest > least)) {
                return true;
            }
            double tolerance = (OVERSHOOT - 1) * (range.white() - range.black());
            return greatest - least >= LEAST_OF_RANGE * (range.white() - range.black())
                    && least >= range.black() - tolerance
                    && greatest <= range.white() + tolerance
                    && fewBelow(range.black(), planes);
        }

        private boolean fewBelow(double black, float[][] planes) {
            if (least >= black) {
                return true;
            }
            long below = 0;
            for (float[] plane : planes) {
                for (float value : plane) {
                    below += value < black ? 1 : 0;
                }
            }
            return below <= FEW * count;
        }

        /** A usual range from 0, which the file's pedestal left at {@code zero}, or the values' own. */
        SampleLevels levels(double zero, float[][] planes) {
            if (zero != 0 && greatest > least) {
                return new SampleLevels(least - MARGIN * (greatest - least), greatest);
            }
            SampleLevels usual = new SampleLevels(0, greatest > 0 ? white() : 1);
            return !(least < 0) || !(greatest > least) || keepsTo(usual, planes)
                    ? usual
                    : new SampleLevels(least - MARGIN * (greatest - least), greatest);
        }

        private double white() {
            for (double usual : USUAL_WHITES) {
                if (greatest <= OVERSHOOT * usual && greatest >= LEAST_USE * usual) {
                    return usual;
                }
            }
            return greatest;
        }
    }
}
