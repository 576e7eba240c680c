package io.astrochrome.imaging.color;

/** The middle of planes. */
public final class Crop {
    private Crop() {}

    /** The cut-out of {@code side} x {@code side} px at the centre; an odd margin's larger half is to the right and below. */
    public static float[] centre(float[] plane, int width, int height, int side) {
        float[] cut = new float[side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(plane, ((height - side) / 2 + y) * width + (width - side) / 2, cut, y * side, side);
        }
        return cut;
    }
}
