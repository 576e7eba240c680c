package io.astrochrome.imaging.color;

/** The check that the records of planes share. */
final class PlaneRules {
    private PlaneRules() {}

    static void length(String name, int width, int height, int length) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be positive, not " + width + " x " + height);
        }
        if ((long) width * height != length) {
            throw new IllegalArgumentException(name + " must have " + (long) width * height + " values, not " + length);
        }
    }
}
