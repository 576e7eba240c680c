package io.astrochrome.imaging.color;

import java.util.function.DoubleUnaryOperator;

/**
 * A smooth curve by straight pieces whose length grows with the argument, so that the relative error stays the same: the
 * pieces are cut by the highest bits of the float itself. With {@code 2^bits} pieces an octave a power x^k is met within
 * {@code 2^(-2 bits - 3) |k (k - 1)|} of its value. Below the table's first octave the curve is a straight line. A record,
 * because the virtual machine takes the fields of records for constants. Thread-safe.
 *
 * @param shift how far a float's bits are shifted to number its piece
 * @param first number of the piece before the first tabled one, which is the straight line's
 * @param last index of the last piece
 * @param pieces offset and slope of each piece, in turn; the straight line's come first
 */
record CurveTable(int shift, int first, int last, float[] pieces) {
    private static final int MANTISSA_BITS = 23;

    /**
     * Tables {@code curve} from {@code lowest}, a power of two, to 2.
     *
     * @param bits 2^bits pieces an octave
     * @param lineOffset of the straight line below {@code lowest}
     * @param lineSlope of that line
     */
    static CurveTable of(DoubleUnaryOperator curve, float lowest, int bits, double lineOffset, double lineSlope) {
        int shift = MANTISSA_BITS - bits;
        int first = (Float.floatToRawIntBits(lowest) >> shift) - 1;
        int last = (Float.floatToRawIntBits(2f) >> shift) - 1 - first;
        float[] pieces = new float[2 * (last + 1)];
        pieces[0] = (float) lineOffset;
        pieces[1] = (float) lineSlope;
        for (int i = 1; i <= last; i++) {
            double from = Float.intBitsToFloat((first + i) << shift);
            double to = Float.intBitsToFloat((first + i + 1) << shift);
            double slope = (curve.applyAsDouble(to) - curve.applyAsDouble(from)) / (to - from);
            pieces[2 * i] = (float) (curve.applyAsDouble(from) - slope * from);
            pieces[2 * i + 1] = (float) slope;
        }
        return new CurveTable(shift, first, last, pieces);
    }

    /** The curve at {@code x}; beyond the table's ends the outermost lines go on. */
    float at(float x) {
        int piece = (Float.floatToRawIntBits(x) >> shift) - first;
        int at = 2 * Math.max(0, Math.min(piece, last));
        return pieces[at] + pieces[at + 1] * x;
    }
}
