package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;

/**
 * Reads a plane at places between its pixels, so that it lies on another grid: by the Lanczos kernel of three lobes, whose
 * undershoot beside stars is held to the range of the nearest four pixels. What would need pixels that are missing or
 * outside is missing. Thread-safe.
 */
public final class PoseSampler {
    private static final int LOBES = 3;
    private static final int TAPS = 2 * LOBES;

    /** Weights of the kernel for so many places between two pixels. */
    private static final int STEPS = 1024;

    private static final float[][] KERNEL = kernel();

    /** How far beyond the nearest pixels' range a value may go, as a part of that range. */
    private static final float SLACK = 0.2f;

    private final LinearPlane plane;
    private final Pose toPlane;

    /**
     * Reads {@code plane}.
     *
     * @param toPlane from the grid's pixels to the plane's
     */
    public PoseSampler(LinearPlane plane, Pose toPlane) {
        this.plane = plane;
        this.toPlane = toPlane;
    }

    /** One row of the grid. */
    public void row(int y, float[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = at(toPlane.x(x, y), toPlane.y(x, y));
        }
    }

    /** The value at a place of the plane; not-a-number where there is none. */
    float at(double x, double y) {
        int left = (int) Math.floor(x) - LOBES + 1;
        int top = (int) Math.floor(y) - LOBES + 1;
        int width = plane.width();
        if (left < 0 || top < 0 || left + TAPS > width || top + TAPS > plane.height()) {
            return Float.NaN;
        }
        float[] across = KERNEL[(int) ((x - Math.floor(x)) * STEPS)];
        float[] down = KERNEL[(int) ((y - Math.floor(y)) * STEPS)];
        float[] values = plane.values();
        float sum = 0;
        int from = top * width + left;
        for (int j = 0; j < TAPS; j++, from += width) {
            sum += down[j]
                    * (across[0] * values[from]
                            + across[1] * values[from + 1]
                            + across[2] * values[from + 2]
                            + across[3] * values[from + 3]
                            + across[4] * values[from + 4]
                            + across[5] * values[from + 5]);
        }
        int near = (top + LOBES - 1) * width + left + LOBES - 1;
        float least = Math.min(
                Math.min(values[near], values[near + 1]), Math.min(values[near + width], values[near + width + 1]));
        float most = Math.max(
                Math.max(values[near], values[near + 1]), Math.max(values[near + width], values[near + width + 1]));
        float slack = SLACK * (most - least);
        return Math.max(least - slack, Math.min(most + slack, sum));
    }

    private static float[][] kernel() {
        float[][] kernel = new float[STEPS + 1][TAPS];
        for (int step = 0; step <= STEPS; step++) {
            double sum = 0;
            double[] weights = new double[TAPS];
            for (int tap = 0; tap < TAPS; tap++) {
                double distance = tap - LOBES + 1 - (step + 0.5) / STEPS;
                weights[tap] = lanczos(step == 0 ? tap - LOBES + 1 : distance);
                sum += weights[tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                kernel[step][tap] = (float) (weights[tap] / sum);
            }
        }
        return kernel;
    }

    private static double lanczos(double x) {
        if (x == 0) {
            return 1;
        }
        return Math.abs(x) >= LOBES
                ? 0
                : LOBES * Math.sin(Math.PI * x) * Math.sin(Math.PI * x / LOBES) / (Math.PI * Math.PI * x * x);
    }
}
