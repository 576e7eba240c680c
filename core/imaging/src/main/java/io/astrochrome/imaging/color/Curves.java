package io.astrochrome.imaging.color;

/** The curves between encoded sRGB, linear light and CIELAB as tables, for whole planes of pixels. */
final class Curves {
    static final int WHITE = 65535;

    /** Linear light of an encoded 16-bit value. */
    static final float[] LINEAR_OF_16_BITS = new float[WHITE + 1];

    /** Unsigned 16-bit L* of an encoded 16-bit grey, rounded to nearest. */
    static final short[] LIGHTNESS_OF_GREY = new short[WHITE + 1];

    static {
        for (int v = 0; v <= WHITE; v++) {
            double encoded = v / (double) WHITE;
            LINEAR_OF_16_BITS[v] = (float) TransferCurve.toLinear(encoded);
            LIGHTNESS_OF_GREY[v] = Luminance16.fromLstar(Cielab.greyToLstar(encoded));
        }
    }

    /** Linear light of an encoded value, within 5e-7 of it. */
    static final CurveTable LINEAR = CurveTable.of(TransferCurve::toLinear, 0x1p-5f, 10, 0, 1 / 12.92);

    /** Encoded value of linear light on the scale of 16 bits, within 0.04. */
    static final CurveTable ENCODED_16_BITS =
            CurveTable.of(linear -> WHITE * TransferCurve.toEncoded(linear), 0x1p-9f, 8, 0, WHITE * 12.92);

    /** CIELAB's f, within 1.1e-7 of it. */
    static final CurveTable F = CurveTable.of(Cielab::f, 0x1p-7f, 9, 16.0 / 116, Cielab.KAPPA / 116);

    private static final float KNEE = (float) Cielab.F_KNEE;
    /** Slope of the straight part, which touches the cube at the knee. */
    private static final float SLOPE = (float) (116 / Cielab.KAPPA);

    private Curves() {}

    /** {@link Cielab#inverseF} without a branch: the cube above the knee, plus the line's way below it. */
    static float inverseF(float f) {
        float upper = Math.max(f, KNEE);
        float lower = Math.min(f, KNEE) - KNEE;
        return upper * upper * upper + SLOPE * lower;
    }
}
