package io.astrochrome.bench.night;

import io.astrochrome.bench.night.SimulatedField.Exposure;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.Registrar;
import io.astrochrome.imaging.register.Registration;
import io.astrochrome.imaging.register.StarFinder;
import io.astrochrome.imaging.register.StarMap;
import java.util.ArrayList;
import java.util.List;

/** How near exposures are laid to where they truly lie, how many good ones are used, and whether others ever match. */
final class RegistrationQuality implements NightMeasurement.Measured {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final int NIGHTS = 3;
    private static final int EXPOSURES = 48;
    private static final int BAD = 6;
    private static final int PAIRS = 200;
    private static final int SMALL_WIDTH = 700;
    private static final int SMALL_HEIGHT = 500;
    private static final int STARS = 400;
    private static final double CLOUD = 0.03;
    private static final int POINTS = 5;
    private static final double RESIDUAL_LIMIT = 0.15;
    private static final double USED_LIMIT = 0.97;

    private final List<Double> residuals = new ArrayList<>();
    private int used;
    private int spoilt;

    @Override
    public List<Figure> measure(Progress progress) {
        for (var night = 0; night < NIGHTS; night++) {
            play(night(night), progress);
        }
        var sorted = residuals.stream().sorted().toList();
        return List.of(
                Figure.atMost(
                        "registration of " + NIGHTS * EXPOSURES
                                + " exposures with turns and a flip, median distance from the truth",
                        sorted.get(sorted.size() / 2),
                        "px",
                        RESIDUAL_LIMIT),
                Figure.told("the same, the farthest", sorted.get(sorted.size() - 1), "px"),
                Figure.atLeast("good exposures used", used / (double) (NIGHTS * EXPOSURES), "", USED_LIMIT),
                Figure.atMost("exposures behind a cloud or of another field that were stacked", spoilt, "", 0),
                Figure.atMost(
                        "false matches of " + PAIRS + " pairs of different fields", falseMatches(progress), "", 0));
    }

    /** One of the nights that it measures. */
    static SimulatedNight night(int number) {
        return new SimulatedNight(WIDTH, HEIGHT, 11 + number, EXPOSURES);
    }

    private void play(SimulatedNight simulated, Progress progress) {
        var night = new TargetNight(0, SubGates.DEFAULT);
        for (var i = 0; i < EXPOSURES; i++) {
            progress.at("laying exposure " + (i + 1) + " of " + EXPOSURES);
            if (add(night, "sub" + i, i, simulated.light(i)) instanceof SubFate.Stacked stacked) {
                used++;
                residuals.add(distance(stacked.pose(), simulated.toFirst(i)));
            }
        }
        var other = new SimulatedNight(WIDTH, HEIGHT, 1000, BAD);
        for (var i = 0; i < BAD; i++) {
            var clear = simulated.exposures().get(i);
            var cloudy = new Exposure(clear.skyToFrame(), clear.seeing(), CLOUD, clear.noise(), false, 0);
            spoilt += add(night, "cloud" + i, i, simulated.light(i, cloudy)) instanceof SubFate.Stacked ? 1 : 0;
            spoilt += add(night, "other" + i, i, other.light(i)) instanceof SubFate.Stacked ? 1 : 0;
        }
    }

    private static SubFate add(TargetNight night, String id, int number, LinearPlane plane) {
        return night.add(id, SimulatedNight.facts(number), SimulatedNight.decoded(plane));
    }

    /** The mean over a grid of points of the frame. */
    static double distance(Pose found, Pose truth) {
        var sum = 0.0;
        for (var i = 0; i < POINTS * POINTS; i++) {
            var x = (i % POINTS + 0.5) * WIDTH / POINTS;
            var y = (Math.floorDiv(i, POINTS) + 0.5) * HEIGHT / POINTS;
            sum += Math.hypot(found.x(x, y) - truth.x(x, y), found.y(x, y) - truth.y(x, y));
        }
        return sum / (POINTS * POINTS);
    }

    private static int falseMatches(Progress progress) {
        var finder = new StarFinder(STARS);
        var matches = 0;
        StarMap before = null;
        for (var i = 0; i <= PAIRS; i++) {
            progress.at("fields that have nothing to do with each other, " + i + " of " + PAIRS);
            var map = new StarMap(finder.find(new SimulatedNight(SMALL_WIDTH, SMALL_HEIGHT, 5000 + i, 1).light(0)));
            if (before != null) {
                matches += new Registrar(before).register(map) instanceof Registration.Registered ? 1 : 0;
            }
            before = map;
        }
        return matches;
    }
}
