package io.astrochrome.imaging.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Least squares from pairs of places: a similarity, mirrored or not, or an affine transform. */
final class PoseFit {
    private PoseFit() {}

    /** Two places that are the same. */
    record Pair(Star frame, Star reference) {}

    /** The best similarity; null where the places do not determine one. */
    static @Nullable Pose similarity(List<Pair> pairs, boolean mirrored) {
        double[] mean = means(pairs);
        double dot = 0;
        double cross = 0;
        double size = 0;
        double flip = mirrored ? -1 : 1;
        for (Pair pair : pairs) {
            double x = pair.frame.x() - mean[0];
            double y = flip * (pair.frame.y() - mean[1]);
            double u = pair.reference.x() - mean[2];
            double v = pair.reference.y() - mean[3];
            dot += x * u + y * v;
            cross += x * v - y * u;
            size += x * x + y * y;
        }
        if (!(size > 0) || !(dot * dot + cross * cross > 0)) {
            return null;
        }
        double cos = dot / size;
        double sin = cross / size;
        return shifted(cos, -sin * flip, sin, cos * flip, mean);
    }

    /** The best affine transform; null where the places lie on a line. */
    static @Nullable Pose affine(List<Pair> pairs) {
        double[] mean = means(pairs);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xu = 0;
        double yu = 0;
        double xv = 0;
        double yv = 0;
        for (Pair pair : pairs) {
            double x = pair.frame.x() - mean[0];
            double y = pair.frame.y() - mean[1];
            double u = pair.reference.x() - mean[2];
            double v = pair.reference.y() - mean[3];
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xu += x * u;
            yu += y * u;
            xv += x * v;
            yv += y * v;
        }
        double determinant = xx * yy - xy * xy;
        if (!(determinant > 1e-6 * xx * yy)) {
            return null;
        }
        return shifted(
                (xu * yy - yu * xy) / determinant,
                (yu * xx - xu * xy) / determinant,
                (xv * yy - yv * xy) / determinant,
                (yv * xx - xv * xy) / determinant,
                mean);
    }

    private static double[] means(List<Pair> pairs) {
        double[] mean = new double[4];
        for (Pair pair : pairs) {
            mean[0] += pair.frame.x() / pairs.size();
            mean[1] += pair.frame.y() / pairs.size();
            mean[2] += pair.reference.x() / pairs.size();
            mean[3] += pair.reference.y() / pairs.size();
        }
        return mean;
    }

    private static Pose shifted(double xx, double xy, double yx, double yy, double[] mean) {
        return new Pose(xx, xy, mean[2] - xx * mean[0] - xy * mean[1], yx, yy, mean[3] - yx * mean[0] - yy * mean[1]);
    }
}
