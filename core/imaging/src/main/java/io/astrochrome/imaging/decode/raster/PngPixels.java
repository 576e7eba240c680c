package io.astrochrome.imaging.decode.raster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes rows of PNG's samples apart into planes of 16 bits; alpha is composited on black. */
final class PngPixels {
    private static final int OPAQUE = 65535;

    private final PngHeader header;
    private final short[][] planes;
    /** Of a palette: red, green, blue, alpha of each entry, 16 bits; of others null. */
    private final int @Nullable [][] palette;
    /** The one colour that is transparent, as stored; null where there is none. */
    private final int @Nullable [] transparent;

    private PngPixels(PngHeader header, short[][] planes, int @Nullable [][] palette, int @Nullable [] transparent) {
        this.header = header;
        this.planes = planes;
        this.palette = palette;
        this.transparent = transparent;
    }

    static PngPixels of(PngChunks chunks, short[][] planes) {
        PngHeader header = chunks.header();
        byte[] transparency = chunks.small().get("tRNS");
        if (header.isPalette()) {
            return new PngPixels(header, planes, palette(chunks.bytes("PLTE"), transparency), null);
        }
        int[] transparent = null;
        if (transparency != null && !header.hasAlpha() && transparency.length >= 2 * header.samples()) {
            transparent = new int[header.samples()];
            for (int i = 0; i < transparent.length; i++) {
                transparent[i] = ((transparency[2 * i] & 0xff) << 8) | (transparency[2 * i + 1] & 0xff);
            }
        }
        return new PngPixels(header, planes, null, transparent);
    }

    private static int[][] palette(byte[] entries, byte @Nullable [] transparency) {
        int[][] palette = new int[entries.length / 3][4];
        for (int i = 0; i < palette.length; i++) {
            for (int c = 0; c < 3; c++) {
                palette[i][c] = (entries[3 * i + c] & 0xff) * 257;
            }
            palette[i][3] = transparency != null && i < transparency.length ? (transparency[i] & 0xff) * 257 : OPAQUE;
        }
        return palette;
    }

    /** Puts a row of {@code count} pixels at {@code first}, {@code first + step} and so on. */
    void put(byte[] row, int count, int first, int step) {
        int samples = header.samples();
        if (samples == 1 && header.bitDepth() == 16 && transparent == null) {
            for (int x = 0, i = 0; x < count; x++, i += 2) {
                planes[0][first + x * step] = (short) (((row[i] & 0xff) << 8) | (row[i + 1] & 0xff));
            }
            return;
        }
        int[] stored = new int[samples];
        for (int x = 0; x < count; x++) {
            for (int s = 0; s < samples; s++) {
                stored[s] = sample(row, x * samples + s);
            }
            putPixel(stored, first + x * step);
        }
    }

    private void putPixel(int[] stored, int index) {
        if (palette != null) {
            if (stored[0] >= palette.length) {
                throw new IllegalArgumentException("a pixel's colour is not in the palette");
            }
            int[] entry = palette[stored[0]];
            for (int c = 0; c < 3; c++) {
                planes[c][index] = composited(entry[c], entry[3]);
            }
            return;
        }
        int alpha = OPAQUE;
        if (header.hasAlpha()) {
            alpha = widened(stored[stored.length - 1]);
        } else if (transparent != null && Arrays.equals(stored, transparent)) {
            alpha = 0;
        }
        for (int c = 0; c < planes.length; c++) {
            planes[c][index] = composited(widened(stored[c]), alpha);
        }
    }

    private static short composited(int value, int alpha) {
        return (short) (alpha == OPAQUE ? value : ((long) value * alpha + OPAQUE / 2) / OPAQUE);
    }

    private int widened(int sample) {
        return sample * (OPAQUE / ((1 << header.bitDepth()) - 1)); // divides without a rest for 1, 2, 4, 8, 16 bits
    }

    private int sample(byte[] row, int number) {
        int depth = header.bitDepth();
        if (depth == 8) {
            return row[number] & 0xff;
        }
        if (depth == 16) {
            return ((row[2 * number] & 0xff) << 8) | (row[2 * number + 1] & 0xff);
        }
        int bit = number * depth;
        return ((row[bit / 8] & 0xff) >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
    }
}
