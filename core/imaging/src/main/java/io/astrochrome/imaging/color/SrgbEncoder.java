package io.astrochrome.imaging.color;

/**
 * L*, a*, b* to 16-bit sRGB with lightness kept: L* recomputed in double precision from the 16-bit result is the given one
 * within one 16-bit step (100/65535). Where sRGB does not have a colour, a* and b* are made smaller together (hue stays)
 * until it does. Thread-safe.
 */
public final class SrgbEncoder {
    /** How far outside [0, 1] linear light may be and still round to the nearest 16-bit value. */
    private static final float TOLERANCE = 2e-7f;

    private static final float F_SCALE = (float) (100.0 / Luminance16.WHITE / 116);
    private static final float F_OFFSET = (float) (16.0 / 116);

    private SrgbEncoder() {}

    /**
     * Encodes as many pixels as there is lightness.
     *
     * @param lightness unsigned 16-bit L*
     * @param a a*
     * @param b b*
     */
    public static void encode(short[] lightness, float[] a, float[] b, short[] red, short[] green, short[] blue) {
        LinearLight light = new LinearLight();
        for (int from = 0; from < lightness.length; from += LinearLight.LENGTH) {
            int count = Math.min(LinearLight.LENGTH, lightness.length - from);
            for (int i = 0; i < count; i++) {
                light.fy[i] = (lightness[from + i] & 0xffff) * F_SCALE + F_OFFSET;
            }
            light.fill(a, b, from, count);
            float[] excess = light.excess(count);
            for (int i = 0; i < count; i++) {
                if (!(excess[i] <= TOLERANCE)) { // true of what is not a number, too
                    light.bringInside(i, a[from + i], b[from + i]);
                }
            }
            encode(light.red, count, red, from);
            encode(light.green, count, green, from);
            encode(light.blue, count, blue, from);
        }
    }

    private static void encode(float[] linear, int count, short[] encoded, int from) {
        for (int i = 0; i < count; i++) {
            int nearest = (int) (Curves.ENCODED_16_BITS.at(linear[i]) + 0.5f);
            encoded[from + i] = (short) Math.max(0, Math.min(Curves.WHITE, nearest));
        }
    }
}
