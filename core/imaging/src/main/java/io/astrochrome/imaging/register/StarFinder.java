package io.astrochrome.imaging.register;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds stars: peaks of the slightly smoothed plane well above the noise, measured by Gaussian-weighted moments whose width
 * follows the star's (windowed positions, as SExtractor's XWIN). What is sharper than a star (hot pixels, cosmic rays), as
 * wide as a nebula, or at an edge is none. Thread-safe.
 */
public final class StarFinder {
    /** Least height of a smoothed peak, in its standard deviations. */
    private static final double THRESHOLD = 6;

    /** Of the binomial kernel 1 2 1 in both directions: the square root of its squares' sum. */
    private static final double SMOOTHED_NOISE = 0.375;

    /** A single pixel with a greater share of the light in three by three is no star. */
    private static final double GREATEST_PEAK = 0.8;

    /** So many times as many peaks are looked at as stars are wanted: not every peak is a star, and the highest is not the brightest. */
    private static final int PEAKS_OF_A_STAR = 4;

    private static final int LEAST_PEAKS = 1000;

    /** So near to an edge is no peak. */
    private static final int EDGE = 3;

    /** Rows that one processor looks for peaks in at a time. */
    private static final int ROWS = 64;

    private static final int ROUNDS = 12;
    private static final double STILL = 1e-3;
    private static final double FIRST_SIGMA = 1.4;
    private static final double LEAST_SIGMA = 0.45;
    private static final double GREATEST_SIGMA = 9;
    private static final double GREATEST_PULL = 3;
    private static final double FWHM = 2.3548;
    private static final double RADIUS = 3;

    /** Stars of one frame have about the same width; what is wider by this is something else. */
    private static final double TOO_WIDE = 2;

    private static final double TOO_NARROW = 0.5;

    private final int most;

    /** Finds the brightest so many. */
    public StarFinder(int most) {
        this.most = most;
    }

    /** The stars of a plane, brightest first. */
    public List<Star> find(LinearPlane plane) {
        return find(plane, SkyBackground.of(plane));
    }

    /** The same, where the background is known. */
    public List<Star> find(LinearPlane plane, SkyBackground background) {
        return find(plane, background, new SparePlanes());
    }

    /**
     * As {@link #find(LinearPlane, SkyBackground)}.
     *
     * @param spare lends a plane meanwhile
     */
    public List<Star> find(LinearPlane plane, SkyBackground background, SparePlanes spare) {
        LinearPlane light = background.subtractedFrom(plane, spare);
        double noise = Math.max(background.noise(), Float.MIN_NORMAL);
        List<Star> stars = new ArrayList<>();
        BitSet taken = new BitSet(plane.values().length);
        for (int peak : peaks(light, noise)) {
            if (!taken.get(peak)) {
                measure(light, peak % plane.width(), peak / plane.width(), noise)
                        .ifPresent(star -> {
                            int at = (int) Math.round(star.y()) * plane.width() + (int) Math.round(star.x());
                            if (!taken.get(at)) {
                                stars.add(star);
                                mark(taken, plane, star);
                            }
                        });
            }
        }
        spare.giveBack(light);
        return ofOneWidth(stars);
    }

    private List<Star> ofOneWidth(List<Star> stars) {
        if (stars.isEmpty()) {
            return stars;
        }
        double[] widths =
                stars.stream().limit(200).mapToDouble(Star::width).sorted().toArray();
        double width = widths[widths.length / 2];
        return stars.stream()
                .filter(star -> star.width() <= TOO_WIDE * width && star.width() >= TOO_NARROW * width)
                .sorted(Comparator.comparingDouble(Star::flux).reversed())
                .limit(most)
                .toList();
    }

    /** Pixels that stand out of the smoothed plane, highest first. */
    private int[] peaks(LinearPlane light, double noise) {
        int rows = light.height() - 2 * EDGE;
        return IntStream.range(0, (rows + ROWS - 1) / ROWS)
                .parallel()
                .mapToObj(band -> peaks(light, noise, EDGE + band * ROWS, EDGE + Math.min(rows, (band + 1) * ROWS)))
                .flatMapToLong(LongStream::of)
                .sorted()
                .limit(Math.max(LEAST_PEAKS, PEAKS_OF_A_STAR * (long) most))
                .mapToInt(peak -> (int) peak)
                .toArray();
    }

    /** Those of some rows, as numbers that have the order of falling heights, and a pixel's index in their lower half. */
    private static long[] peaks(LinearPlane light, double noise, int from, int to) {
        int width = light.width();
        float least = (float) (THRESHOLD * SMOOTHED_NOISE * noise);
        SmoothRows smooth = new SmoothRows(light, from);
        long[] found = new long[64];
        int count = 0;
        for (int y = from; y < to; y++) {
            smooth.next();
            for (int x = EDGE; x < width - EDGE; x++) {
                if (smooth.here[x] > least && smooth.isHighest(x) && isBroad(light, y * width + x, noise)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    long lower = (long) Integer.MAX_VALUE - Float.floatToIntBits(smooth.here[x]);
                    found[count++] = lower << Integer.SIZE | y * width + x;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Three rows of the smoothed plane (binomial, 1 2 1 in both directions) that move down it. */
    private static final class SmoothRows {
        private final LinearPlane light;
        private float[][] across;
        private float[] above;
        private float[] here;
        private float[] below;
        private int row;

        /** The first {@link #next} brings that row. */
        SmoothRows(LinearPlane light, int first) {
            this.light = light;
            int width = light.width();
            above = new float[width];
            here = new float[width];
            below = new float[width];
            across = new float[3][width];
            row = first - 1;
            spread(row - 1, across[1]);
            spread(row, across[2]);
            next();
            next();
        }

        /** Goes one row down. */
        void next() {
            float[] highest = above;
            above = here;
            here = below;
            below = highest;
            across = new float[][] {across[1], across[2], across[0]};
            spread(row + 1, across[2]);
            for (int x = 0; x < below.length; x++) {
                below[x] = (across[0][x] + 2 * across[1][x] + across[2][x]) / 4;
            }
            row++;
        }

        private void spread(int y, float[] into) {
            float[] from = light.values();
            int start = y * light.width();
            for (int x = 1; x < into.length - 1; x++) {
                int i = start + x;
                into[x] = (zero(from[i - 1]) + 2 * zero(from[i]) + zero(from[i + 1])) / 4;
            }
        }

        boolean isHighest(int x) {
            float value = here[x];
            return value > above[x - 1]
                    && value > above[x]
                    && value > above[x + 1]
                    && value > here[x - 1]
                    && value >= here[x + 1]
                    && value >= below[x - 1]
                    && value >= below[x]
                    && value >= below[x + 1];
        }
    }

    private static boolean isBroad(LinearPlane light, int i, double noise) {
        float[] values = light.values();
        int width = light.width();
        double sum = 0;
        double most = 0;
        for (int dy = -width; dy <= width; dy += width) {
            for (int dx = -1; dx <= 1; dx++) {
                double value = Math.max(0, values[i + dy + dx]);
                sum += value;
                most = Math.max(most, value);
            }
        }
        int lit = 0;
        for (int near : new int[] {i - 1, i + 1, i - width, i + width}) {
            lit += values[near] > noise ? 1 : 0;
        }
        return lit >= 3 && most < GREATEST_PEAK * sum;
    }

    private static float zero(float value) {
        return Float.isNaN(value) ? 0 : value;
    }

    /** Follows the light's centre and width from a peak; empty where it leads nowhere. */
    private static Optional<Star> measure(LinearPlane light, int peakX, int peakY, double noise) {
        double x = peakX;
        double y = peakY;
        double sigma = FIRST_SIGMA;
        Moments moments = null;
        for (int round = 0; round < ROUNDS; round++) {
            moments = Moments.of(light, x, y, sigma);
            if (moments == null || !(moments.light > 0)) {
                return Optional.empty();
            }
            // A Gaussian seen through a Gaussian window is narrowed by it, and its centre is drawn to the window's.
            double seen = Math.max(0.05, (moments.xx + moments.yy) / 2);
            double own = seen < sigma * sigma * 0.98 ? Math.sqrt(1 / (1 / seen - 1 / (sigma * sigma))) : 2 * sigma;
            double pull = Math.min(GREATEST_PULL, 1 + own * own / (sigma * sigma));
            x += pull * moments.dx;
            y += pull * moments.dy;
            double next = Math.max(LEAST_SIGMA, Math.min(GREATEST_SIGMA, own));
            boolean still = Math.hypot(moments.dx, moments.dy) < STILL && Math.abs(next - sigma) < STILL * sigma;
            sigma = next;
            if (Math.hypot(x - peakX, y - peakY) > 3 + sigma) {
                return Optional.empty();
            }
            if (still) {
                break;
            }
        }
        if (sigma >= GREATEST_SIGMA || sigma <= LEAST_SIGMA) {
            return Optional.empty();
        }
        // A Gaussian shows half of its light through a window of its own width.
        double flux = 2 * Objects.requireNonNull(moments).light;
        return flux < 3 * noise * sigma
                ? Optional.empty()
                : Optional.of(new Star(x, y, flux, FWHM * sigma, moments.elongation()));
    }

    private static void mark(BitSet taken, LinearPlane plane, Star star) {
        int radius = (int) Math.ceil(star.width());
        for (int y = Math.max(0, (int) star.y() - radius);
                y <= Math.min(plane.height() - 1, (int) star.y() + radius);
                y++) {
            int row = y * plane.width();
            taken.set(
                    row + Math.max(0, (int) star.x() - radius),
                    row + Math.min(plane.width() - 1, (int) star.x() + radius) + 1);
        }
    }

    /** Light under a Gaussian window, its centre's offset and its spread. */
    private record Moments(double light, double dx, double dy, double xx, double yy, double xy) {
        static @Nullable Moments of(LinearPlane plane, double x, double y, double sigma) {
            int reach = (int) Math.ceil(RADIUS * sigma);
            int left = (int) Math.round(x) - reach;
            int top = (int) Math.round(y) - reach;
            if (left < 0 || top < 0 || left + 2 * reach >= plane.width() || top + 2 * reach >= plane.height()) {
                return null;
            }
            double light = 0;
            double dx = 0;
            double dy = 0;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            double scale = -1 / (2 * sigma * sigma);
            float[] values = plane.values();
            double[] across = new double[2 * reach + 1];
            for (int i = 0; i < across.length; i++) {
                across[i] = Math.exp(scale * (left + i - x) * (left + i - x));
            }
            for (int j = top; j <= top + 2 * reach; j++) {
                double row = 0;
                double rowX = 0;
                double rowXx = 0;
                int from = j * plane.width() + left;
                for (int i = 0; i < across.length; i++) {
                    float value = values[from + i];
                    if (!Float.isNaN(value)) {
                        double weighted = value * across[i];
                        double ox = left + i - x;
                        row += weighted;
                        rowX += weighted * ox;
                        rowXx += weighted * ox * ox;
                    }
                }
                double down = Math.exp(scale * (j - y) * (j - y));
                double oy = j - y;
                light += row * down;
                dx += rowX * down;
                dy += row * down * oy;
                xx += rowXx * down;
                yy += row * down * oy * oy;
                xy += rowX * down * oy;
            }
            if (!(light > 0)) {
                return null;
            }
            dx /= light;
            dy /= light;
            return new Moments(light, dx, dy, xx / light - dx * dx, yy / light - dy * dy, xy / light - dx * dy);
        }

        double elongation() {
            double half = (xx + yy) / 2;
            double root = Math.sqrt(Math.max(0, (xx - yy) * (xx - yy) / 4 + xy * xy));
            return half - root > 0 ? Math.sqrt((half + root) / (half - root)) : Double.MAX_VALUE;
        }
    }
}
