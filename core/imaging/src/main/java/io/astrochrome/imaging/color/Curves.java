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
    static final CurveTable LINEAR = new CurveTable(TransferCurve::toLinear, 0x1p-5f, 10, 0, 1 / 12.92);

    /** Encoded value of linear light on the scale of 16 bits, within 0.04. */
    static final CurveTable ENCODED_16_BITS =
            new CurveTable(linear -> WHITE * TransferCurve.toEncoded(linear), 0x1p-9f, 8, 0, WHITE * 12.92);

    /** CIELAB's f, within 1.1e-7 of it. */
    static final CurveTable F = new CurveTable(Cielab::f, 0x1p-7f, 9, 16.0 / 116, Cielab.KAPPA / 116);

    private static final float KNEE = (float) Cielab.F_KNEE;
    private static final float LINE_OFFSET = (float) (-16 / Cielab.KAPPA);
    private static final float LINE_SLOPE = (float) (116 / Cielab.KAPPA);

    private Curves() {}

    static float inverseF(float f) {
        return f > KNEE ? f * f * f : LINE_OFFSET + LINE_SLOPE * f;
    }
}
