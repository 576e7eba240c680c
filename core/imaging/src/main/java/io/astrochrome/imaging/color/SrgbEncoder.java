package io.astrochrome.imaging.color;

/**
 * L*, a*, b* to 16-bit sRGB with lightness kept: L* recomputed in double precision from the 16-bit result is the given one
 * within one 16-bit step (100/65535). Where sRGB does not have a colour, a* and b* are made smaller together (hue stays)
 * until it does. Thread-safe, allocates nothing.
 */
public final class SrgbEncoder {
    /** How far outside [0, 1] linear light may be and still round to the nearest 16-bit value. */
    private static final float TOLERANCE = 2e-7f;

    private static final float F_SCALE = (float) (100.0 / Luminance16.WHITE / 116);
    private static final float F_OFFSET = (float) (16.0 / 116);
    private static final float R_X = RgbMatrix.fromXyz(0, 0);
    private static final float R_Y = RgbMatrix.fromXyz(0, 1);
    private static final float R_Z = RgbMatrix.fromXyz(0, 2);
    private static final float G_X = RgbMatrix.fromXyz(1, 0);
    private static final float G_Y = RgbMatrix.fromXyz(1, 1);
    private static final float G_Z = RgbMatrix.fromXyz(1, 2);
    private static final float B_X = RgbMatrix.fromXyz(2, 0);
    private static final float B_Y = RgbMatrix.fromXyz(2, 1);
    private static final float B_Z = RgbMatrix.fromXyz(2, 2);

    private SrgbEncoder() {}

    /**
     * Encodes as many pixels as there is lightness.
     *
     * @param lightness unsigned 16-bit L*
     * @param a a*
     * @param b b*
     */
    public static void encode(short[] lightness, float[] a, float[] b, short[] red, short[] green, short[] blue) {
        for (int i = 0; i < lightness.length; i++) {
            float fy = (lightness[i] & 0xffff) * F_SCALE + F_OFFSET;
            float da = a[i] * (1 / 500f);
            float db = b[i] * (1 / 200f);
            float x = Curves.inverseF(fy + da);
            float y = Curves.inverseF(fy);
            float z = Curves.inverseF(fy - db);
            float r = R_X * x + R_Y * y + R_Z * z;
            float g = G_X * x + G_Y * y + G_Z * z;
            float bl = B_X * x + B_Y * y + B_Z * z;
            if (!(Math.min(r, Math.min(g, bl)) >= -TOLERANCE && Math.max(r, Math.max(g, bl)) <= 1 + TOLERANCE)) {
                float share = (float) GamutBoundary.chromaShare(fy, da, db);
                x = share == 0 ? y : Curves.inverseF(fy + share * da);
                z = share == 0 ? y : Curves.inverseF(fy - share * db);
                r = R_X * x + R_Y * y + R_Z * z;
                g = G_X * x + G_Y * y + G_Z * z;
                bl = B_X * x + B_Y * y + B_Z * z;
            }
            red[i] = sixteenBits(r);
            green[i] = sixteenBits(g);
            blue[i] = sixteenBits(bl);
        }
    }

    private static short sixteenBits(float linear) {
        return (short) Math.max(0, Math.min(Curves.WHITE, (int) (Curves.ENCODED_16_BITS.at(linear) + 0.5f)));
    }
}
