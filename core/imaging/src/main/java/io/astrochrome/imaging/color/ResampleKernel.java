package io.astrochrome.imaging.color;

/** The weight that a resampler gives to a sample, by its distance in target pixels. */
public enum ResampleKernel {
    /** Average over the target pixel's area. */
    AREA(0.5),
    /** Triangle; with reduction a tent of two target pixels. */
    BILINEAR(1),
    /** Keys' cubic with a = -0.5 (Catmull-Rom). */
    BICUBIC(2),
    /** Sinc windowed by its own third lobe. */
    LANCZOS3(3);

    private final double radius;

    ResampleKernel(double radius) {
        this.radius = radius;
    }

    /** Beyond it the weight is 0, in target pixels. */
    double radius() {
        return radius;
    }

    /** Weight at a distance in target pixels; not normalised. */
    double weight(double distance) {
        double x = Math.abs(distance);
        if (x >= radius) {
            return 0;
        }
        return switch (this) {
            case AREA -> 1;
            case BILINEAR -> 1 - x;
            case BICUBIC -> x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
            case LANCZOS3 -> sinc(x) * sinc(x / 3);
        };
    }

    private static double sinc(double x) {
        double argument = Math.PI * x;
        return argument == 0 ? 1 : Math.sin(argument) / argument;
    }
}
