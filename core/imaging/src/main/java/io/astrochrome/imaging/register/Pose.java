package io.astrochrome.imaging.register;

/**
 * Where a frame lies on its reference: an affine transform from the frame's pixels to the reference's, x' = xx x + xy y + x0
 * and y' = yx x + yy y + y0. Pixels' centres have whole coordinates.
 */
public record Pose(double xx, double xy, double x0, double yx, double yy, double y0) {
    /** The reference's own. */
    public static final Pose IDENTITY = new Pose(1, 0, 0, 0, 1, 0);

    public Pose {
        double determinant = xx * yy - xy * yx;
        if (!(Math.abs(determinant) > 1e-9) || !Double.isFinite(determinant + x0 + y0)) {
            throw new IllegalArgumentException("a pose must be invertible and finite");
        }
    }

    /** The pose that turns by an angle in radians, scales, and then shifts. */
    public static Pose similarity(double scale, double angle, double dx, double dy) {
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        return new Pose(cos, -sin, dx, sin, cos, dy);
    }

    /** The abscissa on the reference. */
    public double x(double x, double y) {
        return xx * x + xy * y + x0;
    }

    /** The ordinate on the reference. */
    public double y(double x, double y) {
        return yx * x + yy * y + y0;
    }

    /** From the reference's pixels to the frame's. */
    public Pose inverse() {
        double determinant = xx * yy - xy * yx;
        double ixx = yy / determinant;
        double ixy = -xy / determinant;
        double iyx = -yx / determinant;
        double iyy = xx / determinant;
        return new Pose(ixx, ixy, -(ixx * x0 + ixy * y0), iyx, iyy, -(iyx * x0 + iyy * y0));
    }

    /** This pose, and then another one. */
    public Pose then(Pose next) {
        return new Pose(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.x(x0, y0),
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.y(x0, y0));
    }

    /** Between planes of which each pixel is {@code side} x {@code side} of before, on both sides. */
    public Pose binned(int frameSide, int referenceSide) {
        return enlarged(frameSide).then(this).then(enlarged(referenceSide).inverse());
    }

    private static Pose enlarged(int side) {
        double half = (side - 1) / 2.0;
        return new Pose(side, 0, half, 0, side, half);
    }

    /** How many of the reference's pixels one of the frame's is long, in the mean over its directions. */
    public double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    /** How far the frame's right is turned on the reference, in degrees from -180 to 180, clockwise as seen. */
    public double rotationDegrees() {
        return Math.toDegrees(Math.atan2(yx, xx));
    }

    /** Whether the frame is a mirror image. */
    public boolean isMirrored() {
        return xx * yy - xy * yx < 0;
    }
}
