package io.astrochrome.trainer.network.layer;

/**
 * Rows added before and after a feature map, the same as columns left and right of it.
 *
 * @param before rows added at the top
 * @param after rows added at the bottom
 */
public record Padding(int before, int after) {
    /** Nothing is added. */
    public static final Padding NONE = new Padding(0, 0);

    /**
     * @throws IllegalArgumentException where a side is negative
     */
    public Padding {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("padding must not be negative: " + before + ", " + after);
        }
    }

    /** As many on both sides, so that an odd kernel at stride 1 keeps the size: PyTorch's habit. */
    public static Padding symmetric(int kernel) {
        return new Padding(kernel / 2, kernel / 2);
    }

    /**
     * TensorFlow's SAME for a side that the stride divides: {@code kernel - stride} rows in all, the smaller half on top.
     */
    public static Padding same(int kernel, int stride) {
        int total = Math.max(kernel - stride, 0);
        return new Padding(total / 2, total - total / 2);
    }

    /** Whether both sides get as much. */
    public boolean even() {
        return before == after;
    }
}
