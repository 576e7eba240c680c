package io.astrochrome.bench.night;

import io.astrochrome.bench.night.SimulatedField.Exposure;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.stack.PoseSampler;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack's noise beside that of its exposures, and what of satellites and cosmic rays is left in it, against the stack of the
 * same exposures as the ideal camera takes them.
 */
final class StackQuality implements NightMeasurement.Measured {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final int DEPTH = 11;
    private static final double NOISE_LIMIT = 1.1;
    private static final double DEVIATIONS = 6;

    /** Fewer exposures of a pixel cannot tell what does not belong. */
    private static final int LEAST_COVERAGE = 5;

    private static final double SKY = 900;

    /** Of a star nearby that is laid some hundredths of a px elsewhere. */
    private static final double FLANK = 0.05;

    private static final int NEARBY = 2;

    /** So little that it shows nothing, and enough that weights are those of noise. */
    private static final double HARDLY_ANY = 0.7;

    @Override
    public List<Figure> measure(Progress progress) {
        progress.at("a stack of " + DEPTH);
        var night = new SimulatedNight(WIDTH, HEIGHT, 77, 4 * DEPTH);
        var noisy = new TargetNight(0, SubGates.DEFAULT);
        var ideal = new TargetNight(0, SubGates.DEFAULT);
        var deviations = new ArrayList<Double>();
        for (var i = 0; i < night.exposures().size(); i += SimulatedNight.WHEEL.size()) {
            var taken = clear(night.exposures().get(i), night.exposures().get(i).noise(), i == 8 || i == 20, 60);
            var still = clear(taken, HARDLY_ANY, false, 0);
            var light = night.light(i, taken);
            var fate = (SubFate.Stacked) noisy.add("sub" + i, SimulatedNight.facts(i), SimulatedNight.decoded(light));
            ideal.add("sub" + i, SimulatedNight.facts(i), SimulatedNight.decoded(night.light(i, still)));
            deviations.add(PlaneFigures.noise(laid(light, fate.pose()), laid(night.light(i, still), fate.pose())));
        }
        var stack = noisy.lights().get(0).plane();
        var truth = ideal.lights().get(0).plane();
        var single =
                Math.sqrt(deviations.stream().mapToDouble(d -> d * d).average().orElseThrow());
        var noise = PlaneFigures.noise(stack, truth);
        return List.of(
                Figure.atMost(
                        "noise of a stack of " + DEPTH + ", times that of its exposures / sqrt(" + DEPTH
                                + "), same resampling",
                        noise / (single / Math.sqrt(DEPTH)),
                        "",
                        NOISE_LIMIT),
                Figure.atMost(
                        "pixels of a megapixel in which trails or cosmic rays are left, at 6 deviations",
                        1e6 * left(stack, truth, noisy.coverage(FilterRole.RED), noise) / (WIDTH * HEIGHT),
                        "px",
                        0));
    }

    private static Exposure clear(Exposure exposure, double noise, boolean trail, int hits) {
        return new Exposure(exposure.skyToFrame(), exposure.seeing(), 1, noise, trail, hits);
    }

    private static LinearPlane laid(LinearPlane plane, Pose toGrid) {
        var sampler = new PoseSampler(plane, toGrid.inverse());
        var values = new float[WIDTH * HEIGHT];
        var row = new float[WIDTH];
        for (var y = 0; y < HEIGHT; y++) {
            sampler.row(y, row);
            System.arraycopy(row, 0, values, y * WIDTH, WIDTH);
        }
        return new LinearPlane(WIDTH, HEIGHT, values);
    }

    private static int left(LinearPlane stack, LinearPlane truth, short[] coverage, double noise) {
        var left = 0;
        for (var i = 0; i < coverage.length; i++) {
            var local = noise * Math.sqrt(DEPTH / (double) Math.max(1, coverage[i]));
            var flank = FLANK * Math.max(0, brightestNear(truth, i % WIDTH, Math.floorDiv(i, WIDTH)) - SKY);
            left += coverage[i] >= LEAST_COVERAGE && stack.values()[i] - truth.values()[i] > DEVIATIONS * local + flank
                    ? 1
                    : 0;
        }
        return left;
    }

    private static double brightestNear(LinearPlane plane, int x, int y) {
        var brightest = 0.0;
        for (var j = Math.max(0, y - NEARBY); j <= Math.min(HEIGHT - 1, y + NEARBY); j++) {
            for (var i = Math.max(0, x - NEARBY); i <= Math.min(WIDTH - 1, x + NEARBY); i++) {
                brightest = Math.max(brightest, plane.at(i, j));
            }
        }
        return brightest;
    }
}
