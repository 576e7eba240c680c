package io.astrochrome.imaging.color;

import java.util.Arrays;

/**
 * Brings planes to another size without aliasing: where it reduces, the kernel is widened by the reduction, as an average
 * over a target pixel is. Works row by row: memory beyond the result is one row at the target's width. Values are weighted
 * as they are, so give it encoded (display-referred) ones. Thread-safe.
 */
public final class Resampler {
    private final ResampleKernel kernel;

    public Resampler(ResampleKernel kernel) {
        this.kernel = kernel;
    }

    /** A plane at {@code targetWidth} x {@code targetHeight}. */
    public float[] resize(float[] plane, int width, int height, int targetWidth, int targetHeight) {
        PlaneRules.length("plane", width, height, plane.length);
        return resize(
                (y, row) -> System.arraycopy(plane, y * width, row, 0, width),
                width,
                height,
                targetWidth,
                targetHeight);
    }

    /** An unsigned 16-bit plane as [0, 1] at {@code targetWidth} x {@code targetHeight}. */
    public float[] resize(short[] plane, int width, int height, int targetWidth, int targetHeight) {
        PlaneRules.length("plane", width, height, plane.length);
        return resize(
                (y, row) -> {
                    for (int x = 0; x < width; x++) {
                        row[x] = Short.toUnsignedInt(plane[y * width + x]) * (1f / 65535);
                    }
                },
                width,
                height,
                targetWidth,
                targetHeight);
    }

    private float[] resize(RowReader reader, int width, int height, int targetWidth, int targetHeight) {
        Taps across = Taps.of(kernel, width, targetWidth);
        Taps down = Taps.of(kernel, height, targetHeight);
        float[] result = new float[targetWidth * targetHeight];
        float[] source = new float[width];
        float[] reduced = new float[targetWidth];
        int firstActive = 0;
        for (int y = 0; y < height; y++) {
            reader.read(y, source);
            Arrays.fill(reduced, 0);
            across.apply(source, reduced);
            while (firstActive < targetHeight && down.end(firstActive) <= y) {
                firstActive++;
            }
            for (int row = firstActive; row < targetHeight && down.first(row) <= y; row++) {
                float weight = down.weight(row, y);
                int offset = row * targetWidth;
                for (int x = 0; x < targetWidth; x++) {
                    result[offset + x] += weight * reduced[x];
                }
            }
        }
        return result;
    }

    /** Gives one row of the source as floats. */
    private interface RowReader {
        void read(int y, float[] row);
    }
}
