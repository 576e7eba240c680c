package io.astrochrome.tensors;

/** What the sides of tensors must be so that networks take them. */
public final class TensorSides {
    /** Networks halve the sides five times, and both must stay whole. */
    public static final int MULTIPLE = 32;

    private TensorSides() {}

    /** The least side that networks take and that holds so many pixels. */
    public static long holding(long pixels) {
        return (pixels + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    /** Whether networks take such a side. */
    public static boolean fits(int side) {
        return side > 0 && side % MULTIPLE == 0;
    }
}
