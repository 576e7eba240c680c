package io.astrochrome.imaging.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A frame's stars, prepared to be compared with those of others: its brightest in triangles with their neighbours, and all
 * in cells, to find the one nearest to a place. Immutable, so that a reference's is made once.
 */
public final class StarMap {
    /** Stars whose triangles are looked at. */
    static final int BRIGHTEST = 60;

    /** Triangles are of a star and two of so many neighbours. */
    private static final int NEIGHBOURS = 7;

    private static final int CELLS = 32;

    private final List<Star> stars;
    private final List<Triangle> triangles;
    private final double left;
    private final double top;
    private final double cell;
    private final int[][] cells;

    /** Of stars in the order of their brightness. */
    public StarMap(List<Star> stars) {
        this.stars = List.copyOf(stars);
        this.triangles = triangles(brightest());
        double right = stars.stream().mapToDouble(Star::x).max().orElse(0);
        double bottom = stars.stream().mapToDouble(Star::y).max().orElse(0);
        left = stars.stream().mapToDouble(Star::x).min().orElse(0);
        top = stars.stream().mapToDouble(Star::y).min().orElse(0);
        cell = Math.max(1e-3, Math.max(right - left, bottom - top) / CELLS * (1 + 1e-9));
        cells = new int[(CELLS + 1) * (CELLS + 1)][0];
        for (int i = 0; i < this.stars.size(); i++) {
            int at = cellOf(this.stars.get(i).x(), this.stars.get(i).y());
            cells[at] = Arrays.copyOf(cells[at], cells[at].length + 1);
            cells[at][cells[at].length - 1] = i;
        }
    }

    /** All stars, brightest first. */
    public List<Star> stars() {
        return stars;
    }

    List<Star> brightest() {
        return stars.subList(0, Math.min(BRIGHTEST, stars.size()));
    }

    /** In the order of their middle sides. */
    List<Triangle> triangles() {
        return triangles;
    }

    /** The area that the stars spread over, in square px. */
    double area() {
        double right = stars.stream().mapToDouble(Star::x).max().orElse(0);
        double bottom = stars.stream().mapToDouble(Star::y).max().orElse(0);
        return Math.max(1, (right - left) * (bottom - top));
    }

    /** The index of the star nearest to a place, among the first {@code count} ones and within a distance; else -1. */
    int nearest(double x, double y, double within, int count) {
        int nearest = -1;
        double least = within * within;
        int reach = (int) Math.ceil(within / cell);
        int column = (int) Math.floor((x - left) / cell);
        int row = (int) Math.floor((y - top) / cell);
        for (int r = Math.max(0, row - reach); r <= Math.min(CELLS, row + reach); r++) {
            for (int c = Math.max(0, column - reach); c <= Math.min(CELLS, column + reach); c++) {
                for (int i : cells[r * (CELLS + 1) + c]) {
                    double dx = stars.get(i).x() - x;
                    double dy = stars.get(i).y() - y;
                    if (i < count && dx * dx + dy * dy <= least) {
                        least = dx * dx + dy * dy;
                        nearest = i;
                    }
                }
            }
        }
        return nearest;
    }

    private int cellOf(double x, double y) {
        return ((int) ((y - top) / cell)) * (CELLS + 1) + (int) ((x - left) / cell);
    }

    private static List<Triangle> triangles(List<Star> stars) {
        List<Triangle> triangles = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Integer[] others = new Integer[stars.size()];
        for (int i = 0; i < stars.size(); i++) {
            Star star = stars.get(i);
            Arrays.setAll(others, k -> k);
            Arrays.sort(
                    others,
                    Comparator.comparingDouble(k ->
                            Math.hypot(stars.get(k).x() - star.x(), stars.get(k).y() - star.y())));
            int near = Math.min(NEIGHBOURS, stars.size() - 1);
            for (int one = 1; one <= near; one++) {
                for (int two = one + 1; two <= near; two++) {
                    if (seen.add(key(i, others[one], others[two]))) {
                        Triangle triangle = Triangle.of(star, stars.get(others[one]), stars.get(others[two]));
                        if (triangle != null) {
                            triangles.add(triangle);
                        }
                    }
                }
            }
        }
        triangles.sort(Comparator.comparingDouble(Triangle::middle));
        return List.copyOf(triangles);
    }

    private static long key(int... indices) {
        Arrays.sort(indices);
        return (indices[0] * 1000L + indices[1]) * 1000L + indices[2];
    }
}
