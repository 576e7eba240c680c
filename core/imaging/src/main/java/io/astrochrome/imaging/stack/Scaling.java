package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SkyPlane;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.SkyBackground;

/**
 * What brings a sub's values to its reference's scale: as bright stars, and the same sky. Only a plane is taken for the
 * difference of the skies, so that no nebula is taken for one.
 *
 * @param gain the sub's values are multiplied by it
 * @param excess of sky, then subtracted
 */
public record Scaling(double gain, SkyPlane excess) {
    /** The reference's own. */
    public static final Scaling IDENTITY = new Scaling(1, new SkyPlane(0, 0, 0));

    private static final int POINTS = 12;

    /**
     * Of a sub whose stars are {@code brightness} times as bright as those of the sub that it is brought to.
     *
     * @param toSub from the grid's pixels to the sub's
     * @param first the sky of the sub that it is brought to
     * @param toFirst from the grid's pixels to that one's
     */
    public static Scaling of(
            LinearPlane sub,
            SkyBackground sky,
            Pose toSub,
            double brightness,
            SkyBackground first,
            Pose toFirst,
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
                if (atX >= 0 && atY >= 0 && atX < sub.width() && atY < sub.height()) {
                    double level = first.at(toFirst.x(x, y), toFirst.y(x, y));
                    points[count++] = new double[] {x, y, gain * sky.at(atX, atY) - level};
                }
            }
        }
        return new Scaling(gain, SkyPlane.through(points, count, 1));
    }

    /** A value of the sub at a place of the grid. */
    public double apply(double value, int x, int y) {
        return gain * value - excess.at(x, y);
    }
}
