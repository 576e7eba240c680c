package io.astrochrome.imaging.linear;

/**
 * A plane fitted to a sky's levels at some places, without those far from it.
 *
 * @param level at the origin
 * @param slopeX for each px to the right
 * @param slopeY for each px down
 */
public record SkyPlane(double level, double slopeX, double slopeY) {
    private static final int ROUNDS = 5;
    private static final double CLIPPING = 2.5;

    /** The plane at a place. */
    public double at(double x, double y) {
        return level + slopeX * x + slopeY * y;
    }

    /**
     * Through places of which each is x, y and a level; level where they are too few, or in a row.
     *
     * @param above how far above the plane a place may lie, as a part of how far below: less than 1 where nebulae lie on it
     */
    public static SkyPlane through(double[][] places, int count, double above) {
        SkyPlane fit = new SkyPlane(0, 0, 0);
        double within = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[3][4];
            for (int i = 0; i < count; i++) {
                double rest = places[i][2] - fit.at(places[i][0], places[i][1]);
                if (rest <= above * within && rest >= -within) {
                    add(sums, places[i]);
                }
            }
            fit = solved(sums);
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double rest = places[i][2] - fit.at(places[i][0], places[i][1]);
                squares += Math.min(rest * rest, within * within);
            }
            within = Math.max(1e-12, CLIPPING * Math.sqrt(squares / Math.max(1, count)));
        }
        return fit;
    }

    private static void add(double[][] sums, double[] place) {
        double[] terms = {1, place[0], place[1], place[2]};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                sums[row][column] += terms[row] * terms[column];
            }
        }
    }

    private static SkyPlane solved(double[][] m) {
        double mean = m[0][0] > 0 ? m[0][3] / m[0][0] : 0;
        for (int pivot = 0; pivot < 3; pivot++) {
            if (Math.abs(m[pivot][pivot]) < 1e-9) {
                return new SkyPlane(mean, 0, 0);
            }
            for (int row = pivot + 1; row < 3; row++) {
                double factor = m[row][pivot] / m[pivot][pivot];
                for (int column = pivot; column < 4; column++) {
                    m[row][column] -= factor * m[pivot][column];
                }
            }
        }
        double y = m[2][3] / m[2][2];
        double x = (m[1][3] - m[1][2] * y) / m[1][1];
        return new SkyPlane((m[0][3] - m[0][1] * x - m[0][2] * y) / m[0][0], x, y);
    }
}
