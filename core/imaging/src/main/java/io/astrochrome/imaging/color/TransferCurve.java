package io.astrochrome.imaging.color;

/** The piecewise curve of sRGB (IEC 61966-2-1), exact in double precision. Thread-safe. */
public final class TransferCurve {
    private static final double LINEAR_SLOPE = 12.92;
    private static final double OFFSET = 0.055;
    private static final double GAMMA = 2.4;
    private static final double ENCODED_KNEE = 0.04045;
    private static final double LINEAR_KNEE = 0.0031308;

    private TransferCurve() {}

    /** Linear light of an encoded value; values below 0 follow the straight part. */
    public static double toLinear(double encoded) {
        return encoded <= ENCODED_KNEE ? encoded / LINEAR_SLOPE : Math.pow((encoded + OFFSET) / (1 + OFFSET), GAMMA);
    }

    /** Encoded value of linear light; values below 0 follow the straight part, values above 1 the power. */
    public static double toEncoded(double linear) {
        return linear <= LINEAR_KNEE ? linear * LINEAR_SLOPE : (1 + OFFSET) * Math.pow(linear, 1 / GAMMA) - OFFSET;
    }
}
