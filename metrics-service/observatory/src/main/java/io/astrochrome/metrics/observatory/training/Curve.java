package io.astrochrome.metrics.observatory.training;

import io.astrochrome.events.training.TrainingProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a run measured as it went on, by step. However long the run, at most {@value #MOST_POINTS} points are kept,
 * evenly over its steps. Immutable.
 */
public record Curve(List<Point> points) {
    static final Curve EMPTY = new Curve(List.of());
    private static final int MOST_POINTS = 400;

    /** What was measured at a step, by name. */
    public record Point(long step, Map<String, Double> figures) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** With another point; one of the same step is the same point. */
    Curve and(TrainingProgress progress) {
        if (progress.figures().isEmpty()) {
            return this;
        }
        List<Point> all = new ArrayList<>(points);
        all.removeIf(point -> point.step() == progress.step());
        all.add(new Point(progress.step(), progress.figures()));
        all.sort(Comparator.comparingLong(Point::step));
        return new Curve(all.size() <= MOST_POINTS ? all : thinned(all));
    }

    /** Without the point that is missed least: the one between the nearest neighbours. First and last stay. */
    private static List<Point> thinned(List<Point> all) {
        int least = 1;
        for (int i = 2; i < all.size() - 1; i++) {
            if (gap(all, i) < gap(all, least)) {
                least = i;
            }
        }
        all.remove(least);
        return all;
    }

    private static long gap(List<Point> all, int index) {
        return all.get(index + 1).step() - all.get(index - 1).step();
    }
}
