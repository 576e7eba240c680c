package io.astrochrome.bench.night;

import io.astrochrome.bench.night.SimulatedField.Exposure;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.Composer;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.imaging.quality.Ciede2000;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How far consecutive pictures of a growing, drifting night are from each other beyond what depth changes: on squares of 16 px,
 * over which noise is averaged out.
 */
final class Flicker implements NightMeasurement.Measured {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 640;
    private static final int EXPOSURES = 64;

    /** Depths of all filters at which a picture is shown once each filter is there. */
    private static final List<Integer> SHOWN = List.of(4, 8, 12, 16, 24, 32, 48, 64);

    private static final int SQUARE = 8;
    private static final double SKY = 900;
    private static final double OBJECT = 66;
    private static final double SKY_LIMIT = 0.5;
    private static final double OBJECT_LIMIT = 1;

    /** How far each picture is from the one before. */
    private record Changes(List<Double> sky, List<Double> object) {}

    @Override
    public List<Figure> measure(Progress progress) {
        var simulated = new SimulatedNight(WIDTH, HEIGHT, 59, EXPOSURES);
        var drifting = changes(simulated, true, progress);
        var still = changes(simulated, false, progress);
        var what = "consecutive pictures of a drifting night, mean dE2000 on the ";
        return List.of(
                Figure.atMost(
                        what + "sky beyond that of a still one, the most",
                        most(drifting.sky, still.sky),
                        "",
                        SKY_LIMIT),
                Figure.atMost(
                        what + "object beyond that of a still one, the most",
                        most(drifting.object, still.object),
                        "",
                        OBJECT_LIMIT),
                Figure.told(what + "sky, the most", Collections.max(drifting.sky), ""),
                Figure.told(what + "object, the most", Collections.max(drifting.object), ""));
    }

    private static double most(List<Double> drifting, List<Double> still) {
        var most = 0.0;
        for (var i = 0; i < drifting.size(); i++) {
            most = Math.max(most, drifting.get(i) - still.get(i));
        }
        return most;
    }

    private static Changes changes(SimulatedNight simulated, boolean drifting, Progress progress) {
        var night = new TargetNight(0, SubGates.DEFAULT);
        var pictures = new ArrayList<KnownColours>();
        for (var i = 0; i < EXPOSURES; i++) {
            progress.at("consecutive pictures, exposure " + (i + 1));
            var taken = simulated.exposures().get(i);
            var pose = (drifting ? taken : simulated.exposures().get(0)).skyToFrame();
            var light = simulated.light(
                    i,
                    new Exposure(
                            pose, taken.seeing(), taken.transparency(), taken.noise(), taken.trail(), taken.hits()));
            night.add("sub" + i, SimulatedNight.facts(i), SimulatedNight.decoded(light));
            if (SHOWN.contains(i + 1)) {
                pictures.add(
                        new Composer().compose(night.lights(), Optional.empty()).known());
            }
        }
        var luminance = night.lights().stream()
                .filter(light -> light.role().label().equals("L"))
                .findFirst()
                .orElseThrow()
                .plane()
                .binned(2 * SQUARE);
        var changes = new Changes(new ArrayList<>(), new ArrayList<>());
        for (var i = 1; i < pictures.size(); i++) {
            var before = squares(pictures.get(i - 1).colour());
            var after = squares(pictures.get(i).colour());
            changes.sky.add(difference(before, after, luminance, false));
            changes.object.add(difference(before, after, luminance, true));
        }
        return changes;
    }

    private static List<LinearPlane> squares(LabImage picture) {
        return List.of(picture.lStar(), picture.a(), picture.b()).stream()
                .map(values -> new LinearPlane(picture.width(), picture.height(), values).binned(SQUARE))
                .toList();
    }

    private static double difference(
            List<LinearPlane> one, List<LinearPlane> other, LinearPlane luminance, boolean object) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < luminance.values().length; i++) {
            if (luminance.values()[i] > SKY + OBJECT == object
                    && !Float.isNaN(luminance.values()[i])) {
                sum += Ciede2000.difference(
                        one.get(0).values()[i],
                        one.get(1).values()[i],
                        one.get(2).values()[i],
                        other.get(0).values()[i],
                        other.get(1).values()[i],
                        other.get(2).values()[i]);
                count++;
            }
        }
        return sum / count;
    }
}
