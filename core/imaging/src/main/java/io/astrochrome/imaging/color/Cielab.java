package io.astrochrome.imaging.color;

/**
 * CIELAB of the 2 degree observer under D65 from and to sRGB, exact in double precision. Thread-safe, allocates nothing.
 *
 * <p>Formulas: CIE 15:2004 with the rational constants 216/24389 and 24389/27; the curve is {@link TransferCurve}'s; the
 * matrix is made from the primaries of ITU-R BT.709 and the white below, so that grey has a* = b* = 0. Nothing is clipped:
 * a colour outside sRGB gives values outside [0, 1]. For planes of pixels {@link LabPlanes} is faster.
 */
public final class Cielab {
    /** X of the white, D65 as in ASTM E308, Y being 1. */
    public static final double WHITE_X = 0.95047;
    /** Z of the white, D65 as in ASTM E308, Y being 1. */
    public static final double WHITE_Z = 1.08883;
    /** Below this ratio to the white the curve of CIELAB is a straight line. */
    public static final double EPSILON = 216.0 / 24389.0;
    /** Slope of L* in that straight part. */
    public static final double KAPPA = 24389.0 / 27.0;

    /** Where the curve's two parts meet: the cube root of {@link #EPSILON}. */
    static final double F_KNEE = 6.0 / 29.0;

    private Cielab() {}

    /** L*, a*, b* of an encoded colour. */
    public static void srgbToLab(double red, double green, double blue, double[] lab) {
        double r = TransferCurve.toLinear(red);
        double g = TransferCurve.toLinear(green);
        double b = TransferCurve.toLinear(blue);
        double fx = f(RgbMatrix.toX(r, g, b));
        double fy = f(RgbMatrix.toY(r, g, b));
        double fz = f(RgbMatrix.toZ(r, g, b));
        lab[0] = 116 * fy - 16;
        lab[1] = 500 * (fx - fy);
        lab[2] = 200 * (fy - fz);
    }

    /** As the double form, rounded to float. */
    public static void srgbToLab(float red, float green, float blue, float[] lab) {
        double[] exact = new double[3];
        srgbToLab((double) red, (double) green, (double) blue, exact);
        narrow(exact, lab);
    }

    /** The encoded colour of L*, a*, b*, unclipped. */
    public static void labToSrgb(double lStar, double a, double b, double[] rgb) {
        labToLinear(lStar, a, b, rgb);
        for (int c = 0; c < 3; c++) {
            rgb[c] = TransferCurve.toEncoded(rgb[c]);
        }
    }

    /** As the double form, rounded to float. */
    public static void labToSrgb(float lStar, float a, float b, float[] rgb) {
        double[] exact = new double[3];
        labToSrgb((double) lStar, (double) a, (double) b, exact);
        narrow(exact, rgb);
    }

    /** The colour of L*, a*, b* in linear light, unclipped. */
    static void labToLinear(double lStar, double a, double b, double[] rgb) {
        double fy = (lStar + 16) / 116;
        double x = inverseF(fy + a / 500);
        double y = inverseF(fy);
        double z = inverseF(fy - b / 200);
        for (int c = 0; c < 3; c++) {
            rgb[c] = RgbMatrix.toRgb(c, x, y, z);
        }
    }

    /** L* of an encoded grey. */
    public static double greyToLstar(double grey) {
        return 116 * f(TransferCurve.toLinear(grey)) - 16;
    }

    /** L* of an encoded colour. */
    public static double lStar(double red, double green, double blue) {
        double y =
                RgbMatrix.toY(TransferCurve.toLinear(red), TransferCurve.toLinear(green), TransferCurve.toLinear(blue));
        return 116 * f(y) - 16;
    }

    static double f(double ratio) {
        return ratio > EPSILON ? Math.cbrt(ratio) : (KAPPA * ratio + 16) / 116;
    }

    static double inverseF(double f) {
        return f > F_KNEE ? f * f * f : (116 * f - 16) / KAPPA;
    }

    private static void narrow(double[] exact, float[] rounded) {
        for (int c = 0; c < 3; c++) {
            rounded[c] = (float) exact[c];
        }
    }
}
