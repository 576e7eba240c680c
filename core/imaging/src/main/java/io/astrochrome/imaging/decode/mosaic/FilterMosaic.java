package io.astrochrome.imaging.decode.mosaic;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A mosaic of colour filters and its way to three planes: a Bayer mosaic by {@link Debayer#MALVAR}, any other by the
 * nearest pixels of each colour.
 *
 * @param samples row by row, each pixel's one colour
 * @param pattern for the rows as they lie in {@code samples}
 */
public record FilterMosaic(Samples samples, int width, int height, FilterPattern pattern) {
    /** How many planes {@link #planes} has at its peak beside the mosaic. */
    public static int planesAtPeak(FilterPattern pattern) {
        int filled = 1; // the mosaic without holes, where it has some
        return (pattern.isBayer() ? 3 : 4) + filled;
    }

    /** What to tell where {@link #fitted} is of another pattern. */
    public static final String MOVED =
            "the colour filters do not begin where the header says; where they begin was found by the pixels";

    /**
     * The same with the pattern that the pixels themselves show where the header's does not fit them. A Bayer pattern is
     * taken as it is: of its four places two look alike.
     */
    public FilterMosaic fitted() {
        return pattern.isBayer()
                ? this
                : new FilterMosaic(samples, width, height, FilterPhase.fitted(samples, width, height, pattern));
    }

    /**
     * Red, green and blue, clipped to [0, 1], of the mosaic's own kind of samples. What is missing in the mosaic is missing in
     * all of them, and darkens nothing around it.
     *
     * @param rowOf where a row of the mosaic goes in the planes
     */
    public List<Samples> planes(IntUnaryOperator rowOf) {
        MissingPixels missing = new MissingPixels(samples, width, height);
        if (!missing.any()) {
            return interpolated(rowOf);
        }
        List<Samples> planes = new FilterMosaic(missing.filled(pattern), width, height, pattern).interpolated(rowOf);
        missing.keepIn(planes, rowOf);
        return planes;
    }

    private List<Samples> interpolated(IntUnaryOperator rowOf) {
        if (pattern.isBayer()) {
            return Debayer.MALVAR.planes(samples, width, height, pattern, rowOf);
        }
        NearestFilters nearest = new NearestFilters(pattern);
        Samples green = plane((x, y) -> nearest.green(samples, width, height, x, y, pattern), row -> row);
        List<Samples> planes = new ArrayList<>();
        for (int colour = 0; colour < 3; colour++) {
            int wanted = colour;
            planes.add(
                    colour == 1
                            ? plane((x, y) -> green.get(y * width + x), rowOf)
                            : plane(
                                    (x, y) -> nearest.beside(samples, green, width, height, wanted, x, y, pattern),
                                    rowOf));
        }
        return planes;
    }

    private Samples plane(Pixel pixel, IntUnaryOperator rowOf) {
        boolean shorts = samples instanceof UnsignedShortSamples;
        short[] shortValues = new short[shorts ? samples.length() : 0];
        float[] floatValues = new float[shorts ? 0 : samples.length()];
        for (int y = 0; y < height; y++) {
            int to = rowOf.applyAsInt(y) * width;
            for (int x = 0; x < width; x++) {
                float value = Math.max(0, Math.min(1, pixel.at(x, y)));
                if (shorts) {
                    shortValues[to + x] = (short) (int) (value * UnsignedShortSamples.MAX + 0.5f);
                } else {
                    floatValues[to + x] = value;
                }
            }
        }
        return shorts ? new UnsignedShortSamples(shortValues) : new FloatSamples(floatValues);
    }

    /** One colour of one pixel. */
    private interface Pixel {
        float at(int x, int y);
    }
}
