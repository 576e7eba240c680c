package io.astrochrome.tensors;

/**
 * IEEE 754-2008 binary16 ("half", fp16) conversions, rounding to nearest even. Thread-safe; allocates only what it returns.
 *
 * <p>Java 20 has these as {@code Float.floatToFloat16}; the language level here is 17.
 */
public final class HalfFloat {
    private static final int HALF_INFINITY = 0x7c00;
    private static final int HALF_QUIET_NAN = 0x7e00;
    private static final int FLOAT_EXPONENT_BIAS = 127;
    private static final int HALF_EXPONENT_BIAS = 15;

    private HalfFloat() {}

    /** The half nearest to {@code value}; overflow gives infinity, NaN stays NaN. */
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > 0x7f800000) {
            return (short) (sign | HALF_QUIET_NAN);
        }
        int exponent = (magnitude >>> 23) - FLOAT_EXPONENT_BIAS + HALF_EXPONENT_BIAS;
        if (exponent >= 31) {
            return (short) (sign | HALF_INFINITY);
        }
        if (exponent <= 0) {
            return (short) (sign | subnormal(magnitude, exponent));
        }
        // Half a step less one, and one more where the last bit kept is odd; a carry out of the mantissa is the next
        // exponent.
        int rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
        return (short) (sign | ((rounded >>> 13) - ((FLOAT_EXPONENT_BIAS - HALF_EXPONENT_BIAS) << 10)));
    }

    private static int subnormal(int magnitude, int exponent) {
        if (exponent < -10) {
            return 0;
        }
        int mantissa = (magnitude & 0x7fffff) | 0x800000;
        int shift = 14 - exponent;
        int half = mantissa >>> shift;
        int dropped = mantissa & ((1 << shift) - 1);
        int tie = 1 << (shift - 1);
        return dropped > tie || (dropped == tie && (half & 1) == 1) ? half + 1 : half;
    }

    /** The float equal to {@code half}; exact for every bit pattern. */
    public static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >>> 10) & 0x1f;
        int mantissa = half & 0x3ff;
        if (exponent == 31) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (mantissa << 13));
        }
        if (exponent == 0) {
            float magnitude = mantissa * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(
                sign | ((exponent - HALF_EXPONENT_BIAS + FLOAT_EXPONENT_BIAS) << 23) | (mantissa << 13));
    }

    /** Each value as the half nearest to it. */
    public static short[] fromFloats(float[] values) {
        short[] halves = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            halves[i] = fromFloat(values[i]);
        }
        return halves;
    }

    /** Each half as a float, exactly. */
    public static float[] toFloats(short[] halves) {
        float[] values = new float[halves.length];
        for (int i = 0; i < halves.length; i++) {
            values[i] = toFloat(halves[i]);
        }
        return values;
    }
}
