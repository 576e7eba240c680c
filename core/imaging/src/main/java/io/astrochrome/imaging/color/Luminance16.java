package io.astrochrome.imaging.color;

import java.util.Objects;

/**
 * A frame's luminance in memory, row by row from the top left. The array is shared, not copied.
 *
 * @param width in px
 * @param height in px
 * @param samples L* as unsigned 16 bit: L* = value / 65535 * 100
 */
public record Luminance16(int width, int height, short[] samples) implements LuminanceRows {
    /** The number that stands for L* = 100. */
    public static final int WHITE = 65535;

    public Luminance16 {
        PlaneRules.length("samples", width, height, samples.length);
    }

    /** L* of one pixel. */
    public float lStar(int index) {
        return Short.toUnsignedInt(samples[index]) * (100f / WHITE);
    }

    /** The number nearest to an L*; values outside [0, 100] are clipped. */
    public static short fromLstar(double lStar) {
        return (short) Math.round(Math.max(0, Math.min(100, lStar)) * (WHITE / 100.0));
    }

    @Override
    public void read(int firstRow, int rows, short[] into) {
        Objects.checkFromIndexSize(firstRow, rows, height);
        System.arraycopy(samples, firstRow * width, into, 0, rows * width);
    }
}
