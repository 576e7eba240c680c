package io.astrochrome.imaging.decode.mosaic;

import io.astrochrome.imaging.decode.samples.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a mosaic's pattern begins, by the pixels. Crops, flips and careless headers move the tile of an X-Trans sensor;
 * since its colours stand irregularly, few places make all pixels of a colour equally bright on the whole. Half a tile to
 * the side red and blue change places, which the pixels cannot tell: then the nearer place is taken.
 */
final class FilterPhase {
    /** What the header's pattern must leave unexplained of the differences between the tile's pixels to be doubted. */
    private static final double DOUBTFUL = 0.5;

    /** What another place may leave unexplained to be believed. */
    private static final double BELIEVED = 0.1;

    /** Places that explain the pixels alike but for rounding are alike. */
    private static final double CLEARLY_LESS = 0.9;

    /** Pixels for the median of each place in the tile. */
    private static final int MOST_SAMPLES = 4096;

    private FilterPhase() {}

    /** The pattern, moved or flipped where only that fits the pixels and the pattern itself does not. */
    static FilterPattern fitted(Samples mosaic, int width, int height, FilterPattern declared) {
        if (width < 2 * declared.columns() || height < 2 * declared.rows()) {
            return declared;
        }
        double[] medians = medians(mosaic, width, height, declared);
        double differences = unexplained(medians, new int[medians.length], 1);
        if (!(unexplained(medians, declared) > DOUBTFUL * differences)) {
            return declared;
        }
        FilterPattern best = declared;
        double least = Double.MAX_VALUE;
        for (FilterPattern place : places(declared, height)) {
            double left = unexplained(medians, place);
            if (left < least * CLEARLY_LESS) {
                least = left;
                best = place;
            }
        }
        return least < BELIEVED * differences ? best : declared;
    }

    /** All, the likeliest first: flipped over the height, then moved by few pixels. */
    private static List<FilterPattern> places(FilterPattern declared, int height) {
        List<FilterPattern> places = new ArrayList<>();
        int farthest = declared.columns() / 2 + declared.rows() / 2;
        for (int distance = 0; distance <= farthest; distance++) {
            for (FilterPattern way : List.of(declared, declared.flipped(height))) {
                for (int dy = -declared.rows() / 2; dy <= declared.rows() / 2; dy++) {
                    for (int dx = -declared.columns() / 2; dx <= declared.columns() / 2; dx++) {
                        if (Math.abs(dx) + Math.abs(dy) == distance) {
                            places.add(way.from(dx, dy));
                        }
                    }
                }
            }
        }
        return places;
    }

    /** Medians, since stars are on few pixels of the tile. */
    private static double[] medians(Samples mosaic, int width, int height, FilterPattern pattern) {
        double[] medians = new double[pattern.columns() * pattern.rows()];
        int across = width / pattern.columns();
        int tiles = across * (height / pattern.rows());
        int count = Math.min(MOST_SAMPLES, tiles);
        float[] samples = new float[count];
        for (int i = 0; i < medians.length; i++) {
            for (int j = 0; j < count; j++) {
                int tile = (int) ((long) j * tiles / count);
                int x = tile % across * pattern.columns() + i % pattern.columns();
                int y = tile / across * pattern.rows() + i / pattern.columns();
                samples[j] = mosaic.get(y * width + x);
            }
            Arrays.sort(samples);
            medians[i] = samples[count / 2];
        }
        return medians;
    }

    private static double unexplained(double[] medians, FilterPattern pattern) {
        return unexplained(
                medians, pattern.colours().stream().mapToInt(Integer::intValue).toArray(), 3);
    }

    /** Sum of squares about the mean of each group. */
    private static double unexplained(double[] values, int[] groups, int groupCount) {
        double[] sum = new double[groupCount];
        int[] count = new int[groupCount];
        for (int i = 0; i < values.length; i++) {
            sum[groups[i]] += values[i];
            count[groups[i]]++;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - sum[groups[i]] / count[groups[i]];
            squares += off * off;
        }
        return squares;
    }
}
