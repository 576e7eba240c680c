package io.astrochrome.imaging.color;

/**
 * Brings planes to another size without aliasing: where it reduces, the kernel is widened by the reduction, as an average
 * over a target pixel is. Values are weighted as they are, so give it encoded (display-referred) ones. Memory beyond the
 * result is a few rows. Thread-safe.
 */
public final class Resampler {
    /**
     * What tensors are made and scored with: of the kernels it agrees best with the published baseline of the training
     * data. It overshoots at hard edges: clip where a range matters.
     */
    public static final Resampler STANDARD = new Resampler(ResampleKernel.LANCZOS3);

    private final ResampleKernel kernel;

    public Resampler(ResampleKernel kernel) {
        this.kernel = kernel;
    }

    /** A plane at {@code targetWidth} x {@code targetHeight}. */
    public float[] resize(float[] plane, int width, int height, int targetWidth, int targetHeight) {
        PlaneRules.length("plane", width, height, plane.length);
        RowReducer reducer = new RowReducer(kernel, width, height, targetWidth, targetHeight);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * width, row, 0, width);
            reducer.accept(row);
        }
        return reducer.result();
    }

    /** An unsigned 16-bit plane as [0, 1] at {@code targetWidth} x {@code targetHeight}. */
    public float[] resize(short[] plane, int width, int height, int targetWidth, int targetHeight) {
        return reduce(plane, width, height, 0, width, new RowReducer(kernel, width, height, targetWidth, targetHeight));
    }

    /**
     * The square at the centre of an unsigned 16-bit plane whose shorter side is brought to {@code side}, as [0, 1]. What lies
     * beside the square is not made, so that memory does not depend on the plane's aspect; what lies in it is the same as if
     * it were.
     */
    public float[] centreSquare(short[] plane, int width, int height, int side) {
        double scale = side / (double) Math.min(width, height);
        long targetWidth = Math.max(side, Math.round(width * scale));
        long targetHeight = Math.max(side, Math.round(height * scale));
        Taps across = Taps.of(kernel, width, targetWidth, (targetWidth - side) / 2, side);
        Taps down = Taps.of(kernel, height, targetHeight, (targetHeight - side) / 2, side);
        int left = across.first(0);
        int needed = across.end(side - 1) - left;
        RowReducer reducer = new RowReducer(needed, side, side, across.from(left), down);
        return reduce(plane, width, height, left, needed, reducer);
    }

    /** Gives the reducer {@code needed} columns from {@code left} on. */
    private static float[] reduce(short[] plane, int width, int height, int left, int needed, RowReducer reducer) {
        PlaneRules.length("plane", width, height, plane.length);
        float[] row = new float[needed];
        for (int y = 0; y < height; y++) {
            int offset = y * width + left;
            for (int x = 0; x < needed; x++) {
                row[x] = (plane[offset + x] & 0xffff) * (1f / 65535);
            }
            reducer.accept(row);
        }
        return reducer.result();
    }
}
