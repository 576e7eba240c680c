package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A hundred swaps of the champion under a steady load of frames, decided on the log as the gate decides them. Three copies
 * of the shipped model take turns, so that each swap loads, checks and warms a model that is not open.
 */
public final class SwapMeasurement implements Measurement {
    private static final int SWAPS = 100;
    private static final int WARM_UP_SWAPS = 12;
    private static final int ROLL_BACKS = 10;
    private static final int STEADY_FRAMES = 150;
    private static final int WARM_UP_FRAMES = 60;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(400);
    private static final Duration BETWEEN_SWAPS = Duration.ofMillis(700);
    private static final double MOST_SLOWER = 1.3;
    private static final double MOST_ROLL_BACK_SECONDS = 2;

    /** What the allocators of 100 loads may keep; a leaked session alone is the model's own size. */
    private static final double MOST_GROWTH_MEBIBYTES = 64;

    /** Of the second half of them, when the allocators have what they need. */
    private static final double MOST_LATE_GROWTH_MEBIBYTES = 16;

    /** The allocators give memory back now and then, so that a single reading says little. */
    private static final int READINGS_OF_A_LEVEL = 15;

    private final Workplace workplace;

    public SwapMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String description() {
        return SWAPS + " swaps of the model while frames flow";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        try (var stack = BenchStack.start(workplace);
                var decisions = new Decisions(stack, workplace.model());
                var flow = new SteadyFlow(stack, BETWEEN_FRAMES)) {
            var models = List.of(decisions.publish(1), decisions.publish(2), decisions.publish(3));
            swap(stack, decisions, models, WARM_UP_SWAPS, progress);
            flow.awaitSent(WARM_UP_FRAMES, progress);

            var steady = flow.mark();
            flow.awaitSent(STEADY_FRAMES, progress);
            var swapping = flow.mark();
            var before = nativeMebibytes(stack);
            var swaps = swap(stack, decisions, models, SWAPS, progress);
            var end = flow.mark();
            var rollBack = rollBack(decisions, models, progress);
            flow.stop(progress);

            var steadySeconds = flow.percentile(steady, swapping, 0.99);
            var swappingSeconds = flow.percentile(swapping, end, 0.99);
            return List.of(
                    Figure.told("frame of 512 px in the stream, steady, 99th percentile", steadySeconds, "s"),
                    Figure.told(
                            "the same over " + SWAPS + " swaps of the model, 99th percentile", swappingSeconds, "s"),
                    Figure.atMost("swapping, as a part of steady", swappingSeconds / steadySeconds, "", MOST_SLOWER),
                    Figure.atMost("frames lost over " + SWAPS + " swaps", flow.lost(), "", 0),
                    Figure.atMost("frames coloured twice over " + SWAPS + " swaps", flow.doubled(), "", 0),
                    Figure.told("from decision to the new model, slowest of " + SWAPS, swaps.slowestSeconds(), "s"),
                    Figure.atMost(
                            "from decision to the model before, slowest of " + ROLL_BACKS,
                            rollBack,
                            "s",
                            MOST_ROLL_BACK_SECONDS),
                    Figure.atMost(
                            "native memory of colorize, growth over " + SWAPS + " swaps",
                            swaps.mebibytesAt(SWAPS) - before,
                            "MiB",
                            MOST_GROWTH_MEBIBYTES),
                    Figure.atMost(
                            "of that, growth over the last " + SWAPS / 2,
                            swaps.mebibytesAt(SWAPS) - swaps.mebibytesAt(SWAPS / 2),
                            "MiB",
                            MOST_LATE_GROWTH_MEBIBYTES));
        }
    }

    /**
     * What a series of swaps was like.
     *
     * @param slowestSeconds from decision to obedience
     * @param mebibytes native memory of colorize after each
     */
    private record Swaps(double slowestSeconds, List<Double> mebibytes) {
        /** The median of the newest readings after so many swaps. */
        double mebibytesAt(int swaps) {
            return mebibytes.subList(swaps - READINGS_OF_A_LEVEL, swaps).stream()
                    .sorted()
                    .toList()
                    .get(READINGS_OF_A_LEVEL / 2);
        }
    }

    /** Swaps in turn. */
    private static Swaps swap(
            BenchStack stack, Decisions decisions, List<ObjectReference> models, int times, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        var slowest = 0.0;
        var memory = new ArrayList<Double>();
        for (var i = 0; i < times; i++) {
            progress.at("swap " + (i + 1) + " of " + times);
            slowest = Math.max(slowest, decisions.decide(models.get(i % models.size())));
            Thread.sleep(BETWEEN_SWAPS.toMillis());
            memory.add(nativeMebibytes(stack));
        }
        return new Swaps(slowest, memory);
    }

    private static double rollBack(Decisions decisions, List<ObjectReference> models, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        var seconds = new ArrayList<Double>();
        decisions.decide(models.get(0));
        for (var i = 0; i < ROLL_BACKS; i++) {
            progress.at("roll-back " + (i + 1) + " of " + ROLL_BACKS);
            decisions.decide(models.get((i + 1) % models.size()));
            seconds.add(decisions.decide(models.get(i % models.size())));
            decisions.decide(models.get((i + 1) % models.size()));
        }
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Resident memory that is not the JVM's, as colorize tells it: networks and their buffers. */
    private static double nativeMebibytes(BenchStack stack)
            throws IOException, InterruptedException, MeasurementException {
        var mebibytes = ServiceMeters.of(stack.running().addresses().of(Service.COLORIZE))
                .nativeMebibytes();
        if (Double.isNaN(mebibytes)) {
            throw new MeasurementException("colorize does not tell its native memory");
        }
        return mebibytes;
    }
}
