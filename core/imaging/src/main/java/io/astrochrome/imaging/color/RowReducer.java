package io.astrochrome.imaging.color;

/**
 * Brings a plane to another size while its rows come, from the top. Where it reduces, the kernel is widened by the
 * reduction, so nothing aliases. Memory is the result and one row. Not thread-safe.
 */
public final class RowReducer {
    private final Taps across;
    private final Taps down;
    private final int targetWidth;
    private final int targetHeight;
    private final float[] result;
    private final float[] reduced;
    private int row;
    private int firstActive;

    public RowReducer(ResampleKernel kernel, int width, int height, int targetWidth, int targetHeight) {
        this.across = Taps.of(kernel, width, targetWidth);
        this.down = Taps.of(kernel, height, targetHeight);
        this.targetWidth = targetWidth;
        this.targetHeight = targetHeight;
        this.result = new float[Math.multiplyExact(targetWidth, targetHeight)];
        this.reduced = new float[targetWidth];
    }

    /** Takes the next row; more of the array than the plane's width is ignored. */
    public void accept(float[] source) {
        across.apply(source, reduced);
        while (firstActive < targetHeight && down.end(firstActive) <= row) {
            firstActive++;
        }
        for (int target = firstActive; target < targetHeight && down.first(target) <= row; target++) {
            float weight = down.weight(target, row);
            int offset = target * targetWidth;
            for (int x = 0; x < targetWidth; x++) {
                result[offset + x] += weight * reduced[x];
            }
        }
        row++;
    }

    /** The plane at its new size, once every row has come. */
    public float[] result() {
        return result;
    }
}
