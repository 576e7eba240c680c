package io.astrochrome.imaging.quality;

/**
 * The colour difference CIEDE2000 with kL = kC = kH = 1. Thread-safe.
 *
 * <p>Formula and test data: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary
 * test data, and mathematical observations", Color Research and Application 30 (2005).
 */
public final class Ciede2000 {
    private static final double TWENTY_FIVE_TO_THE_SEVENTH = 6103515625.0;

    private Ciede2000() {}

    /** Difference of two colours in CIELAB. */
    public static double difference(double l1, double a1, double b1, double l2, double a2, double b2) {
        double meanC = (chroma(a1, b1) + chroma(a2, b2)) / 2;
        double stretchOfA = 1 + 0.5 * (1 - chromaShare(meanC));
        double ap1 = stretchOfA * a1;
        double ap2 = stretchOfA * a2;
        double c1 = chroma(ap1, b1);
        double c2 = chroma(ap2, b2);
        double h1 = hue(ap1, b1);
        double h2 = hue(ap2, b2);
        boolean neutral = c1 * c2 == 0;

        double deltaHue = neutral ? 0 : wrapped(h2 - h1);
        double dL = l2 - l1;
        double dC = c2 - c1;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(deltaHue / 2);

        double meanL = (l1 + l2) / 2;
        double meanCp = (c1 + c2) / 2;
        double meanHue = neutral ? h1 + h2 : meanHue(h1, h2);

        double t = 1
                - 0.17 * Math.cos(meanHue - Math.toRadians(30))
                + 0.24 * Math.cos(2 * meanHue)
                + 0.32 * Math.cos(3 * meanHue + Math.toRadians(6))
                - 0.20 * Math.cos(4 * meanHue - Math.toRadians(63));
        double fromMiddle = (meanL - 50) * (meanL - 50);
        double sL = 1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle);
        double sC = 1 + 0.045 * meanCp;
        double sH = 1 + 0.015 * meanCp * t;
        double l = dL / sL;
        double c = dC / sC;
        double h = dH / sH;
        return Math.sqrt(l * l + c * c + h * h + rotation(meanHue, meanCp) * c * h);
    }

    private static double rotation(double meanHue, double meanChroma) {
        double fromBlue = (Math.toDegrees(meanHue) - 275) / 25;
        double angle = Math.toRadians(30 * Math.exp(-fromBlue * fromBlue));
        return -Math.sin(2 * angle) * 2 * chromaShare(meanChroma);
    }

    /** Far from overflow, so that {@link Math#hypot}, ten times slower, is not needed. */
    private static double chroma(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double chromaShare(double chroma) {
        double seventh = Math.pow(chroma, 7);
        return Math.sqrt(seventh / (seventh + TWENTY_FIVE_TO_THE_SEVENTH));
    }

    /** In [0, 2 pi). */
    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double angle = Math.atan2(b, a);
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    private static double wrapped(double angle) {
        if (angle > Math.PI) {
            return angle - 2 * Math.PI;
        }
        return angle < -Math.PI ? angle + 2 * Math.PI : angle;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        if (Math.abs(h1 - h2) <= Math.PI) {
            return sum / 2;
        }
        return sum < 2 * Math.PI ? (sum + 2 * Math.PI) / 2 : (sum - 2 * Math.PI) / 2;
    }
}
