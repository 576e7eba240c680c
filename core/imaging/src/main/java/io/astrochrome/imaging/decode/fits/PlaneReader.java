package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.samples.KeptNumbers;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Reads a picture's numbers into planes: rows upright, but a mosaic's in the file's order, as its pattern is then. Numbers of
 * 8 and 16 bits stay integers.
 */
final class PlaneReader {
    private static final int SIGN_BIT = 0x8000;
    private static final int BYTE_TO_SHORT = 257;
    private static final int BYTE_MAX = 255;

    private PlaneReader() {}

    static LeveledPlanes read(PixelStream pixels, FitsImage image) throws IOException {
        FitsScaling scaling = FitsScaling.of(image.header(), image.bitpix());
        FitsLayout layout = image.layout();
        IntUnaryOperator rowOf = image.mosaic().isPresent() ? row -> row : layout::uprightRow;
        if (image.bitpix() == 16 && scaling.scale() > 0) {
            return shorts(pixels, layout, rowOf, scaling);
        }
        if (image.bitpix() == 8 && scaling.scale() > 0) {
            return bytes(pixels, layout, rowOf, scaling);
        }
        return floats(pixels, layout, rowOf, scaling);
    }

    private static LeveledPlanes shorts(
            PixelStream pixels, FitsLayout layout, IntUnaryOperator rowOf, FitsScaling scaling) throws IOException {
        short[][] planes = new short[layout.channels()][layout.width() * layout.height()];
        if (layout.interleaved()) {
            short[] row = new short[layout.width() * layout.channels()];
            for (int y = 0; y < layout.height(); y++) {
                pixels.next(row, 0, row.length);
                int to = rowOf.applyAsInt(y) * layout.width();
                for (int i = 0; i < row.length; i++) {
                    planes[i % layout.channels()][to + i / layout.channels()] = row[i];
                }
            }
        } else {
            for (short[] plane : planes) {
                for (int y = 0; y < layout.height(); y++) {
                    pixels.next(plane, rowOf.applyAsInt(y) * layout.width(), layout.width());
                }
            }
        }
        return unsigned(planes, scaling);
    }

    /**
     * Keeps numbers that are never negative as they are, and shifts the others by half the range, so that 0 is the least
     * number that can be. Blank ones become 0, which stands for missing.
     */
    private static LeveledPlanes unsigned(short[][] planes, FitsScaling scaling) {
        boolean shifted = !scaling.isIdentity() || hasNegative(planes, scaling);
        int flip = shifted ? SIGN_BIT : 0;
        List<Samples> samples = new ArrayList<>();
        for (short[] plane : planes) {
            if (scaling.hasBlank()) {
                short blank = (short) scaling.blank();
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = plane[i] == blank ? 0 : (short) (plane[i] ^ flip);
                }
            } else if (shifted) {
                for (int i = 0; i < plane.length; i++) {
                    plane[i] ^= SIGN_BIT;
                }
            }
            samples.add(new UnsignedShortSamples(plane));
        }
        double black = shifted ? scaling.zero() - SIGN_BIT * scaling.scale() : 0;
        return new LeveledPlanes(samples, new SampleLevels(black, black + UnsignedShortSamples.MAX * scaling.scale()));
    }

    private static boolean hasNegative(short[][] planes, FitsScaling scaling) {
        for (short[] plane : planes) {
            for (short value : plane) {
                if (value < 0 && !scaling.isBlank(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static LeveledPlanes bytes(
            PixelStream pixels, FitsLayout layout, IntUnaryOperator rowOf, FitsScaling scaling) throws IOException {
        short[][] planes = new short[layout.channels()][layout.width() * layout.height()];
        eachRow(
                pixels,
                layout,
                rowOf,
                (plane, index, stored) ->
                        planes[plane][index] = (short) (scaling.isBlank(stored) ? 0 : ((int) stored) * BYTE_TO_SHORT));
        List<Samples> samples = new ArrayList<>();
        for (short[] plane : planes) {
            samples.add(new UnsignedShortSamples(plane));
        }
        return new LeveledPlanes(
                samples, new SampleLevels(scaling.zero(), scaling.zero() + BYTE_MAX * scaling.scale()));
    }

    private static LeveledPlanes floats(
            PixelStream pixels, FitsLayout layout, IntUnaryOperator rowOf, FitsScaling scaling) throws IOException {
        Floats floats = new Floats(new KeptNumbers(layout.channels(), layout.width() * layout.height()), scaling);
        eachRow(pixels, layout, rowOf, floats);
        SampleLevels levels = floats.kept.normalise(null);
        return new LeveledPlanes(floats.kept.samples(), levels);
    }

    private static void eachRow(PixelStream pixels, FitsLayout layout, IntUnaryOperator rowOf, PixelSink sink)
            throws IOException {
        int perPixel = layout.interleaved() ? layout.channels() : 1;
        int planes = layout.interleaved() ? 1 : layout.channels();
        double[] row = new double[layout.width() * perPixel];
        for (int plane = 0; plane < planes; plane++) {
            for (int y = 0; y < layout.height(); y++) {
                pixels.next(row, 0, row.length);
                sink.begin(row);
                int to = rowOf.applyAsInt(y) * layout.width();
                for (int i = 0; i < row.length; i++) {
                    sink.put(plane + i % perPixel, to + i / perPixel, row[i]);
                }
            }
        }
    }

    /** Takes stored numbers. */
    private interface PixelSink {
        void put(int plane, int index, double stored);

        /** Sees a row before its numbers come one by one. */
        default void begin(double[] row) {}
    }

    /** Keeps physical numbers. */
    private record Floats(KeptNumbers kept, FitsScaling scaling) implements PixelSink {
        @Override
        public void begin(double[] row) {
            kept.begin(Arrays.stream(row).map(scaling::physical).toArray());
        }

        @Override
        public void put(int plane, int index, double stored) {
            kept.put(plane, index, scaling.physical(stored));
        }
    }
}
