package io.astrochrome.imaging.color;

import java.util.function.DoubleUnaryOperator;

/**
 * A smooth curve by straight pieces whose length grows with the argument, so that the relative error stays the same: the
 * pieces are cut by the highest bits of the float itself. With {@code 2^bits} pieces an octave a power x^k is met within
 * {@code 2^(-2 bits - 3) |k (k - 1)|} of its value. Below the table's first octave the curve is a given straight line.
 * Thread-safe.
 */
final class CurveTable {
    private static final int MANTISSA_BITS = 23;

    private final int shift;
    private final int first;
    private final int last;
    private final float lineOffset;
    private final float lineSlope;
    /** Offset and slope of each piece, in turn. */
    private final float[] pieces;

    /**
     * Tables {@code curve} from {@code lowest}, a power of two, to 2.
     *
     * @param bits 2^bits pieces an octave
     * @param lineOffset of the straight line below {@code lowest}
     * @param lineSlope of that line
     */
    CurveTable(DoubleUnaryOperator curve, float lowest, int bits, double lineOffset, double lineSlope) {
        this.shift = MANTISSA_BITS - bits;
        this.first = Float.floatToRawIntBits(lowest) >> shift;
        this.last = (Float.floatToRawIntBits(2f) >> shift) - first - 1;
        this.lineOffset = (float) lineOffset;
        this.lineSlope = (float) lineSlope;
        this.pieces = new float[2 * (last + 1)];
        for (int i = 0; i <= last; i++) {
            double from = Float.intBitsToFloat((first + i) << shift);
            double to = Float.intBitsToFloat((first + i + 1) << shift);
            double slope = (curve.applyAsDouble(to) - curve.applyAsDouble(from)) / (to - from);
            pieces[2 * i] = (float) (curve.applyAsDouble(from) - slope * from);
            pieces[2 * i + 1] = (float) slope;
        }
    }

    /** The curve at {@code x}; beyond the table's ends the outermost lines go on. */
    float at(float x) {
        int piece = (Float.floatToRawIntBits(x) >> shift) - first;
        if (piece < 0) {
            return lineOffset + lineSlope * x;
        }
        int at = 2 * Math.min(piece, last);
        return pieces[at] + pieces[at + 1] * x;
    }
}
