package io.astrochrome.imaging.color;

/** Cut-outs of planes. Thread-safe. */
public final class Crop {
    private Crop() {}

    /** The cut-out of {@code side} x {@code side} px at the centre; an odd margin's larger half is to the right and below. */
    public static float[] centre(float[] plane, int width, int height, int side) {
        if (side > width || side > height) {
            throw new IllegalArgumentException("a crop of " + side + " px does not fit into " + width + " x " + height);
        }
        return region(plane, /* stride= */ width, (width - side) / 2, (height - side) / 2, /* width= */ side, side);
    }

    /** The cut-out that begins at (left, top). */
    public static float[] region(float[] plane, int stride, int left, int top, int width, int height) {
        float[] cut = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, (top + y) * stride + left, cut, y * width, width);
        }
        return cut;
    }
}
