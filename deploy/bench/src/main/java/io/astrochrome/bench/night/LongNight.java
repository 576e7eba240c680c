package io.astrochrome.bench.night;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.night.SubGates;
import io.astrochrome.imaging.night.TargetNight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two thousand exposures of one target: whether the last cost what the first did, in time and memory. */
final class LongNight implements NightMeasurement.Measured {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int DIFFERENT = 40;
    private static final int EXPOSURES = 2000;
    private static final int WARM_UP = 200;
    private static final int COMPARED = 300;
    private static final double FLAT = 1.1;

    @Override
    public List<Figure> measure(Progress progress) {
        var simulated = new SimulatedNight(WIDTH, HEIGHT, 5, DIFFERENT);
        var frames = new ArrayList<DecodedFrame>();
        for (var i = 0; i < DIFFERENT; i++) {
            frames.add(SimulatedNight.decoded(simulated.light(i)));
        }
        var night = new TargetNight(0, SubGates.DEFAULT);
        var nanos = new long[EXPOSURES];
        var early = 0L;
        for (var i = 0; i < EXPOSURES; i++) {
            progress.at("exposure " + (i + 1) + " of " + EXPOSURES);
            var began = System.nanoTime();
            night.add("sub" + i, SimulatedNight.facts(i), frames.get(i % DIFFERENT));
            nanos[i] = System.nanoTime() - began;
            early = i == WARM_UP ? used() : early;
        }
        var late = used();
        var first = median(Arrays.copyOfRange(nanos, WARM_UP, WARM_UP + COMPARED));
        var last = median(Arrays.copyOfRange(nanos, EXPOSURES - COMPARED, EXPOSURES));
        return List.of(
                Figure.atMost(
                        "cost of the last of " + EXPOSURES + " exposures of a target, times an early one's",
                        last / first,
                        "",
                        FLAT),
                Figure.atMost("memory then, times that after " + WARM_UP, late / (double) early, "", FLAT));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
