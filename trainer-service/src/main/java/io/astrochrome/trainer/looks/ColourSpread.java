package io.astrochrome.trainer.looks;

/**
 * How far colours spread about grey: the mean of a a, a b and b b. Symmetric two by two matrices, by name; immutable.
 *
 * @param aa mean square of a
 * @param ab mean product of a and b
 * @param bb mean square of b
 */
record ColourSpread(double aa, double ab, double bb) {
    /** Keeps a matrix that is to be inverted from being none. */
    private static final double LEAST = 1e-9;

    static final ColourSpread IDENTITY = new ColourSpread(1, 0, 1);

    /**
     * The linear map that gives colours of this spread the other's and moves them least (optimal transport between Gaussians;
     * Olkin and Pukelsheim 1982).
     */
    ColourSpread mapTo(ColourSpread other) {
        ColourSpread root = new ColourSpread(aa + LEAST, ab, bb + LEAST).root();
        ColourSpread back = root.inverse();
        return back.around(root.around(other).root());
    }

    /** From this to the other, so far. */
    ColourSpread towards(ColourSpread other, double share) {
        return new ColourSpread(
                aa + share * (other.aa - aa), ab + share * (other.ab - ab), bb + share * (other.bb - bb));
    }

    private double determinant() {
        return Math.max(LEAST * LEAST, aa * bb - ab * ab);
    }

    private ColourSpread root() {
        double inner = Math.sqrt(determinant());
        double scale = 1 / Math.sqrt(aa + bb + 2 * inner);
        return new ColourSpread(scale * (aa + inner), scale * ab, scale * (bb + inner));
    }

    private ColourSpread inverse() {
        double scale = 1 / determinant();
        return new ColourSpread(scale * bb, -scale * ab, scale * aa);
    }

    /** This times the other times this. */
    private ColourSpread around(ColourSpread other) {
        double first = aa * other.aa + ab * other.ab;
        double second = aa * other.ab + ab * other.bb;
        double third = ab * other.aa + bb * other.ab;
        double fourth = ab * other.ab + bb * other.bb;
        return new ColourSpread(first * aa + second * ab, first * ab + second * bb, third * ab + fourth * bb);
    }
}
