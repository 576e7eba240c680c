package io.astrochrome.imaging.color;

import java.util.Arrays;

/**
 * Brings a plane to another size while its rows come, from the top. Where it reduces, the kernel is widened by the
 * reduction, so nothing aliases. Memory is the result and the source-wide sums of the few target rows under way: rows are
 * summed first, because adding whole rows is what processors do fastest. Not thread-safe.
 */
public final class RowReducer {
    private final Taps across;
    private final Taps down;
    private final int width;
    private final int targetWidth;
    private final int targetHeight;
    private final float[] result;
    private final float[][] sums;
    private int row;
    private int firstActive;

    public RowReducer(ResampleKernel kernel, int width, int height, int targetWidth, int targetHeight) {
        this(
                width,
                targetWidth,
                targetHeight,
                Taps.of(kernel, width, targetWidth),
                Taps.of(kernel, height, targetHeight));
    }

    /** For the targets of those taps alone. */
    RowReducer(int width, int targetWidth, int targetHeight, Taps across, Taps down) {
        this.across = across;
        this.down = down;
        this.width = width;
        this.targetWidth = targetWidth;
        this.targetHeight = targetHeight;
        this.result = new float[Math.multiplyExact(targetWidth, targetHeight)];
        this.sums = new float[down.mostTargetsOfOneSource()][width];
    }

    /** Takes the next row; more of the array than the plane's width is ignored. */
    public void accept(float[] source) {
        for (int target = firstActive; target < targetHeight && down.first(target) <= row; target++) {
            add(source, down.weight(target, row), sums[target % sums.length]);
        }
        row++;
        while (firstActive < targetHeight && down.end(firstActive) <= row) {
            float[] sum = sums[firstActive % sums.length];
            across.apply(sum, result, firstActive * targetWidth);
            Arrays.fill(sum, 0);
            firstActive++;
        }
    }

    private void add(float[] source, float weight, float[] sum) {
        for (int x = 0; x < width; x++) {
            sum[x] += weight * source[x];
        }
    }

    /** The plane at its new size, once every row has come. */
    public float[] result() {
        if (firstActive != targetHeight) {
            throw new IllegalStateException("only " + row + " rows have come");
        }
        return result;
    }
}
