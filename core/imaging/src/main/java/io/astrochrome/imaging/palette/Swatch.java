package io.astrochrome.imaging.palette;

/**
 * One colour of a palette.
 *
 * @param lStar L* in [0, 100]
 * @param a a*
 * @param b b*
 * @param share how much of the picture has it, beside the others
 */
public record Swatch(float lStar, float a, float b, float share) {
    public Swatch {
        if (!(lStar >= 0 && lStar <= 100.01f) || !Float.isFinite(a) || !Float.isFinite(b)) {
            throw new IllegalArgumentException(
                    "a swatch must be a colour of CIELAB, not " + lStar + ", " + a + ", " + b);
        }
        if (!(share > 0) || Float.isInfinite(share)) {
            throw new IllegalArgumentException("a swatch's share must be above 0, it is " + share);
        }
    }
}
