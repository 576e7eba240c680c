package io.astrochrome.bench.night;

import io.astrochrome.bench.night.SimulatedField.Exposure;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.Composer;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.imaging.quality.Ciede2000;
import java.util.List;
import java.util.Optional;

/** The composite of a night through four filters beside that of the same exposures without noise. */
final class CompositeQuality implements NightMeasurement.Measured {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final int DEPTH = 12;
    private static final double LIMIT = 3;
    private static final double HARDLY_ANY = 0.7;
    private static final double SKY = 900;

    /** What is so far above the sky is the object: three deviations of a single exposure's pixel. */
    private static final double OBJECT = 66;

    private static final int COLOUR_SIDE = 2;

    @Override
    public List<Figure> measure(Progress progress) {
        var night = new SimulatedNight(WIDTH, HEIGHT, 31, DEPTH * SimulatedNight.WHEEL.size());
        var noisy = new TargetNight(0, SubGates.DEFAULT);
        var ideal = new TargetNight(0, SubGates.DEFAULT);
        for (var i = 0; i < night.exposures().size(); i++) {
            progress.at("composing, exposure " + (i + 1));
            var taken = night.exposures().get(i);
            var still = new Exposure(taken.skyToFrame(), taken.seeing(), taken.transparency(), HARDLY_ANY, false, 0);
            noisy.add("sub" + i, SimulatedNight.facts(i), SimulatedNight.decoded(night.light(i)));
            ideal.add("sub" + i, SimulatedNight.facts(i), SimulatedNight.decoded(night.light(i, still)));
        }
        var seen = new Composer().compose(noisy.lights(), Optional.empty()).known();
        var truth = new Composer().compose(ideal.lights(), Optional.empty()).known();
        var luminance = ideal.lights().stream()
                .filter(light -> light.role().label().equals("L"))
                .findFirst()
                .orElseThrow()
                .plane()
                .binned(COLOUR_SIDE);
        return List.of(
                Figure.atMost(
                        "composite at " + DEPTH
                                + " exposures a filter against the noise-free one, mean dE2000 on the object",
                        difference(seen.colour(), truth.colour(), luminance),
                        "",
                        LIMIT),
                Figure.told("share of its colours that is measured", seen.measuredShare(), ""));
    }

    private static double difference(LabImage seen, LabImage truth, LinearPlane luminance) {
        var seenA = seen.requireA();
        var seenB = seen.requireB();
        var truthA = truth.requireA();
        var truthB = truth.requireB();
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < luminance.values().length; i++) {
            if (luminance.values()[i] > SKY + OBJECT) {
                sum += Ciede2000.difference(
                        seen.lStar()[i], seenA[i], seenB[i], truth.lStar()[i], truthA[i], truthB[i]);
                count++;
            }
        }
        return sum / count;
    }
}
