package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.Luminance16;

/** Lines over lightness, interpolated to a frame's resolution and read at its lightness. */
final class GuidedStrips implements ChromaStrips {
    private static final int FIELDS = LightnessLines.FIELDS;

    private final LightnessLines lines;
    private final int width;
    private final Interpolation across;
    private final Interpolation down;

    GuidedStrips(LightnessLines lines, int width, int height) {
        this.lines = lines;
        this.width = width;
        this.across = Interpolation.of(width, lines.width());
        this.down = Interpolation.of(height, lines.height());
    }

    @Override
    public void row(int y, short[] lightness, float[] a, float[] b) {
        float[] row = interpolated(y);
        for (int x = 0; x < width; x++) {
            int left = FIELDS * across.index()[x];
            float share = across.share()[x];
            float l = (lightness[x] & 0xffff) * (100f / Luminance16.WHITE);
            float least = between(row, left + LightnessLines.LEAST_LIGHTNESS, share);
            float greatest = between(row, left + LightnessLines.GREATEST_LIGHTNESS, share);
            float detail =
                    Math.max(least, Math.min(greatest, l)) - between(row, left + LightnessLines.LIGHTNESS, share);
            a[x] = between(row, left + LightnessLines.A, share)
                    + between(row, left + LightnessLines.SLOPE_OF_A, share) * detail;
            b[x] = between(row, left + LightnessLines.B, share)
                    + between(row, left + LightnessLines.SLOPE_OF_B, share) * detail;
        }
    }

    private static float between(float[] row, int at, float share) {
        return row[at] + share * (row[at + FIELDS] - row[at]);
    }

    /** The lines of the frame's row {@code y}, one more than there are columns so that the last has a neighbour. */
    private float[] interpolated(int y) {
        int stride = FIELDS * lines.width();
        int upper = down.index()[y] * stride;
        int lower = lines.height() == 1 ? upper : upper + stride;
        float share = down.share()[y];
        float[] row = new float[stride + FIELDS];
        for (int i = 0; i < stride; i++) {
            float above = lines.values()[upper + i];
            row[i] = above + share * (lines.values()[lower + i] - above);
        }
        return row;
    }
}
