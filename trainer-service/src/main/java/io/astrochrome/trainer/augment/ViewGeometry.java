package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.random.RandomGenerator;

/**
 * Where a square view lies on its picture: an affine map from the view's pixels to the picture's. The whole view lies
 * inside the picture where the picture is large enough, and is mirrored at its edges where it is not.
 */
record ViewGeometry(double centreX, double centreY, double cos, double sin, double scale, boolean mirrored, int side) {
    private static final int QUARTERS = 4;

    static ViewGeometry draw(AugmentationSettings settings, int side, int width, int height, RandomGenerator random) {
        double quarters = settings.flip() ? random.nextInt(QUARTERS) * (Math.PI / 2) : 0;
        boolean mirrored = settings.flip() && random.nextBoolean();
        double turn = Math.toRadians(settings.rotationDegrees());
        double angle = quarters + turn * (2 * random.nextDouble() - 1);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double footprint = Math.abs(cos) + Math.abs(sin); // side of the box around a turned unit square
        double largest = Math.min(width, height) / (side * footprint);
        double scale = Math.min(settings.scale().drawByRatio(random), largest);
        double half = scale * side * footprint / 2;
        return new ViewGeometry(
                half + (width - 2 * half) * random.nextDouble(),
                half + (height - 2 * half) * random.nextDouble(),
                cos,
                sin,
                scale,
                mirrored,
                side);
    }

    /** The view's planes: bilinear, averaged over as many points a pixel as it takes not to skip any of the picture's. */
    NormalisedLab sample(NormalisedLab picture) {
        NormalisedLab view = NormalisedLab.ofSize(side, side);
        int points = Math.max(1, (int) Math.ceil(scale - 0.01));
        float weight = 1f / ((float) points * points);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = y * side + x;
                for (int point = 0; point < points * points; point++) {
                    double u = x + (point % points + 0.5) / points - side / 2.0;
                    double v = y + (rowOf(point, points) + 0.5) / points - side / 2.0;
                    u = mirrored ? -u : u;
                    double sourceX = centreX + scale * (u * cos - v * sin) - 0.5;
                    double sourceY = centreY + scale * (u * sin + v * cos) - 0.5;
                    add(picture, sourceX, sourceY, weight, view, at);
                }
            }
        }
        return view;
    }

    /** The points of a pixel are counted row by row. */
    private static int rowOf(int point, int pointsAcross) {
        return point / pointsAcross;
    }

    private static void add(NormalisedLab picture, double x, double y, float weight, NormalisedLab view, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        int x0 = inside(left, picture.width());
        int x1 = inside(left + 1, picture.width());
        int row0 = inside(top, picture.height()) * picture.width();
        int row1 = inside(top + 1, picture.height()) * picture.width();
        float w00 = weight * (1 - right) * (1 - down);
        float w01 = weight * right * (1 - down);
        float w10 = weight * (1 - right) * down;
        float w11 = weight * right * down;
        view.l()[at] += mix(picture.l(), row0 + x0, row0 + x1, row1 + x0, row1 + x1, w00, w01, w10, w11);
        view.a()[at] += mix(picture.a(), row0 + x0, row0 + x1, row1 + x0, row1 + x1, w00, w01, w10, w11);
        view.b()[at] += mix(picture.b(), row0 + x0, row0 + x1, row1 + x0, row1 + x1, w00, w01, w10, w11);
    }

    private static float mix(
            float[] plane, int i00, int i01, int i10, int i11, float w00, float w01, float w10, float w11) {
        return w00 * plane[i00] + w01 * plane[i01] + w10 * plane[i10] + w11 * plane[i11];
    }

    /** The coordinate, mirrored at the edges. */
    static int inside(int coordinate, int length) {
        int period = 2 * length;
        int folded = Math.floorMod(coordinate, period);
        return folded < length ? folded : period - 1 - folded;
    }
}
