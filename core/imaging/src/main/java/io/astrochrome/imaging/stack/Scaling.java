package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.SkyBackground;

/**
 * What brings a sub's values to its reference's scale: as bright stars, and the same sky. Only a plane is taken for the
 * difference of the skies, so that no nebula is taken for one.
 *
 * @param gain the sub's values are multiplied by it
 * @param level then subtracted at the grid's origin
 * @param slopeX then subtracted for each px to the right
 * @param slopeY then subtracted for each px down
 */
public record Scaling(double gain, double level, double slopeX, double slopeY) {
    /** The reference's own. */
    public static final Scaling IDENTITY = new Scaling(1, 0, 0, 0);

    private static final int POINTS = 12;
    private static final int ROUNDS = 4;
    private static final double CLIPPING = 2.5;

    /**
     * Of a sub whose stars are {@code brightness} times as bright as the reference's.
     *
     * @param toSub from the grid's pixels to the sub's
     */
    public static Scaling of(
            SkyBackground sub,
            int subWidth,
            int subHeight,
            Pose toSub,
            double brightness,
            SkyBackground reference,
            int width,
            int height) {
        double gain = 1 / brightness;
        double[][] points = new double[POINTS * POINTS][3];
        int count = 0;
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                double x = (column + 0.5) * width / POINTS;
                double y = (row + 0.5) * height / POINTS;
                double atX = toSub.x(x, y);
                double atY = toSub.y(x, y);
                if (atX >= 0 && atY >= 0 && atX < subWidth && atY < subHeight) {
                    points[count++] = new double[] {x, y, gain * sub.at(atX, atY) - reference.at(x, y)};
                }
            }
        }
        double[] plane = plane(points, count);
        return new Scaling(gain, plane[0], plane[1], plane[2]);
    }

    /** A value of the sub at a place of the grid. */
    public double apply(double value, int x, int y) {
        return gain * value - level - slopeX * x - slopeY * y;
    }

    /** The plane through the points, without those far from it; level where the points are too few for slopes. */
    private static double[] plane(double[][] points, int count) {
        double[] fit = {0, 0, 0};
        double within = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[3][4];
            for (int i = 0; i < count; i++) {
                double[] p = points[i];
                if (Math.abs(p[2] - fit[0] - fit[1] * p[0] - fit[2] * p[1]) <= within) {
                    double[] terms = {1, p[0], p[1], p[2]};
                    for (int r = 0; r < 3; r++) {
                        for (int c = 0; c < 4; c++) {
                            sums[r][c] += terms[r] * terms[c];
                        }
                    }
                }
            }
            fit = solved(sums);
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double rest = points[i][2] - fit[0] - fit[1] * points[i][0] - fit[2] * points[i][1];
                squares += Math.min(rest * rest, within * within);
            }
            within = Math.max(1e-12, CLIPPING * Math.sqrt(squares / Math.max(1, count)));
        }
        return fit;
    }

    private static double[] solved(double[][] m) {
        for (int pivot = 0; pivot < 3; pivot++) {
            if (Math.abs(m[pivot][pivot]) < 1e-9) {
                return new double[] {m[0][0] > 0 ? m[0][3] / m[0][0] : 0, 0, 0};
            }
            for (int row = pivot + 1; row < 3; row++) {
                double factor = m[row][pivot] / m[pivot][pivot];
                for (int column = pivot; column < 4; column++) {
                    m[row][column] -= factor * m[pivot][column];
                }
            }
        }
        double c = m[2][3] / m[2][2];
        double b = (m[1][3] - m[1][2] * c) / m[1][1];
        return new double[] {(m[0][3] - m[0][1] * b - m[0][2] * c) / m[0][0], b, c};
    }
}
