package io.astrochrome.imaging.color;

/** Where a line of constant lightness and hue leaves sRGB. Thread-safe. */
final class GamutBoundary {
    /** Shares of chroma are found this near. */
    private static final double PRECISION = 1e-4;

    private static final int MOST_STEPS = 60;

    private GamutBoundary() {}

    /**
     * The share of a colour's chroma, in [0, 1], that sRGB has at that lightness and hue: 0 where the chroma is not a number.
     * False position with the Illinois rule and an occasional halving, which close in from both sides; the inner side is returned, so the colour is
     * never outside.
     *
     * @param fy f of Y
     * @param da a* / 500
     * @param db b* / 200
     */
    static double chromaShare(double fy, double da, double db) {
        if (!Double.isFinite(da) || !Double.isFinite(db)) {
            return 0;
        }
        double inner = 0;
        double outer = 1;
        double innerExcess = excess(fy, 0, 0);
        double outerExcess = excess(fy, da, db);
        if (outerExcess <= 0) {
            return 1;
        }
        if (innerExcess >= 0) {
            return 0;
        }
        boolean innerMoved = false;
        boolean outerMoved = false;
        for (int step = 0; step < MOST_STEPS && outer - inner > PRECISION; step++) {
            double share = step % 4 == 3
                    ? (inner + outer) / 2
                    : (inner * outerExcess - outer * innerExcess) / (outerExcess - innerExcess);
            double excess = excess(fy, share * da, share * db);
            if (excess <= 0) {
                inner = share;
                innerExcess = excess;
                outerExcess = innerMoved ? outerExcess / 2 : outerExcess;
            } else {
                outer = share;
                outerExcess = excess;
                innerExcess = outerMoved ? innerExcess / 2 : innerExcess;
            }
            innerMoved = excess <= 0;
            outerMoved = excess > 0;
        }
        return inner;
    }

    /** How far outside [0, 1] the worst of linear red, green and blue is; not above 0 inside. */
    private static double excess(double fy, double da, double db) {
        double x = Cielab.inverseF(fy + da);
        double y = Cielab.inverseF(fy);
        double z = Cielab.inverseF(fy - db);
        double r = RgbMatrix.toRgb(0, x, y, z);
        double g = RgbMatrix.toRgb(1, x, y, z);
        double b = RgbMatrix.toRgb(2, x, y, z);
        double least = Math.min(r, Math.min(g, b));
        double most = Math.max(r, Math.max(g, b));
        return Math.max(-least, most - 1);
    }
}
