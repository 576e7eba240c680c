package io.astrochrome.imaging.register;

import org.jspecify.annotations.Nullable;

/**
 * Three stars, ordered so that the same three are so in any pose: {@code a} faces the longest side, {@code c} the shortest.
 *
 * @param middle the middle side as a part of the longest
 * @param shortest the shortest side as a part of the longest
 */
record Triangle(Star a, Star b, Star c, double middle, double shortest) {
    /** Thinner ones, and those with two sides alike, cannot be told apart. */
    private static final double LEAST_SHORTEST = 0.15;

    private static final double GREATEST_MIDDLE = 0.98;
    private static final double GREATEST_SHORTEST = 0.95;

    /** The triangle of three stars; null where it is of no use. */
    static @Nullable Triangle of(Star one, Star two, Star three) {
        Star[] stars = {one, two, three};
        double[] opposite = {distance(two, three), distance(one, three), distance(one, two)};
        sort(stars, opposite, 0, 1);
        sort(stars, opposite, 1, 2);
        sort(stars, opposite, 0, 1);
        double middle = opposite[1] / opposite[0];
        double shortest = opposite[2] / opposite[0];
        boolean usable = shortest >= LEAST_SHORTEST
                && middle <= GREATEST_MIDDLE
                && shortest / middle <= GREATEST_SHORTEST
                && middle + shortest > 1.02;
        return usable ? new Triangle(stars[0], stars[1], stars[2], middle, shortest) : null;
    }

    private static void sort(Star[] stars, double[] opposite, int first, int second) {
        if (opposite[first] < opposite[second]) {
            double side = opposite[first];
            opposite[first] = opposite[second];
            opposite[second] = side;
            Star star = stars[first];
            stars[first] = stars[second];
            stars[second] = star;
        }
    }

    private static double distance(Star one, Star other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
