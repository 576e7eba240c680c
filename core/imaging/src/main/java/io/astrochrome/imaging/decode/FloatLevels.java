package io.astrochrome.imaging.decode;

/**
 * Brings floating-point values of unknown range to [0, 1] without making frames of one sequence jump: the range is taken
 * from few steps, not from the frame's own extremes.
 */
public final class FloatLevels {
    /** Values that pass 1 by less are of the range [0, 1] and went through an interpolation. */
    private static final double UNIT_TOLERANCE = 1.05;

    private static final double SIXTEEN_BITS = 65535;

    /** Values beyond are no light but the marks of a broken pixel; they are clipped. */
    private static final double GREATEST = 1e15;

    private FloatLevels() {}

    /**
     * Scales all planes alike, in place. White is 1, 65535 or the next power of two, black 0 or the next power of two
     * below the least; not-a-number becomes 0.
     */
    public static SampleLevels normalise(float[][] planes) {
        double least = 0;
        double greatest = 0;
        for (float[] plane : planes) {
            for (float value : plane) {
                if (value < least) {
                    least = value;
                } else if (value > greatest) {
                    greatest = value;
                }
            }
        }
        double black = least < 0 ? -powerOfTwo(Math.min(GREATEST, -least)) : 0;
        double white = white(Math.min(GREATEST, greatest));
        float range = (float) (white - black);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                float value = (plane[i] - (float) black) / range;
                plane[i] = value > 0 ? Math.min(1, value) : 0; // not-a-number is not above 0
            }
        }
        return new SampleLevels(black, white);
    }

    private static double white(double greatest) {
        if (greatest <= UNIT_TOLERANCE) {
            return 1;
        }
        return greatest <= SIXTEEN_BITS ? SIXTEEN_BITS : powerOfTwo(greatest);
    }

    /** The least power of two that is not less. */
    private static double powerOfTwo(double value) {
        double power = Math.scalb(1.0, Math.getExponent(value));
        return power < value ? 2 * power : power;
    }
}
