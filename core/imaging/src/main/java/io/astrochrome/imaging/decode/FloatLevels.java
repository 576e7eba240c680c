package io.astrochrome.imaging.decode;

/**
 * Brings floating-point values of unknown range to [0, 1] without making frames of one sequence jump: the range is taken
 * from few steps, not from the frame's own extremes.
 */
public final class FloatLevels {
    private FloatLevels() {}

    /**
     * Scales all planes alike, in place. White is 1, 65535 or the next power of two, black 0 or the next power of two
     * below the least. What lies beyond is clipped: infinite values, marks of broken pixels, and a few hot pixels, which
     * would leave nothing of the range to the others. Not-a-number becomes 0.
     */
    public static SampleLevels normalise(float[][] planes) {
        FloatSteps steps = new FloatSteps();
        for (float[] plane : planes) {
            steps.add(plane);
        }
        double black = steps.black();
        double white = steps.white();
        float range = (float) (white - black);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                float value = (plane[i] - (float) black) / range;
                plane[i] = value > 0 ? Math.min(1, value) : 0; // not-a-number is not above 0
            }
        }
        return new SampleLevels(black, white);
    }
}
