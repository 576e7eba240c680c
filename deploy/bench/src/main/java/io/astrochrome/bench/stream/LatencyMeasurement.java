package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.demo.FitsFrame;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.SimulatedCamera;
import io.astrochrome.standalone.demo.SkyScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frame of 2048 x 2048 px and 16 bit, from the file to the page, while one arrives every second; alone, or while the
 * trainer lets the champion go on learning on the same machine.
 */
public final class LatencyMeasurement implements Measurement {
    private static final int SIDE = 2048;
    private static final int WARM_UP_FRAMES = 60;
    private static final int FRAMES = 120;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double LIMIT_SECONDS = 3;

    private final Workplace workplace;
    private final boolean whileTraining;

    /** The stream alone. */
    public LatencyMeasurement(Workplace workplace) {
        this(workplace, false);
    }

    private LatencyMeasurement(Workplace workplace, boolean whileTraining) {
        this.workplace = workplace;
        this.whileTraining = whileTraining;
    }

    /** The stream beside a training run. */
    public static LatencyMeasurement whileTraining(Workplace workplace) {
        return new LatencyMeasurement(workplace, true);
    }

    @Override
    public String name() {
        return whileTraining ? "latency-training" : "latency";
    }

    @Override
    public String description() {
        return "one FITS frame of 2048 x 2048 px a second, from file to page"
                + (whileTraining ? ", while the champion goes on learning" : "");
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        try (var stack = BenchStack.start(workplace, whileTraining);
                var page = new PageFeed(stack.running().addresses().page())) {
            var frames = expose(stack.frames(), progress);
            var training = whileTraining ? TrainingBeside.begin(stack, progress) : null;
            var seconds = send(stack, page, frames, progress);
            var what = "2048 x 2048 px FITS from file to page, one a second" + (whileTraining ? ", while training" : "")
                    + ", ";
            var figures = new ArrayList<Figure>();
            figures.add(Figure.told(what + "median", at(seconds, 0.5), "s"));
            figures.add(Figure.atMost(what + "99th percentile", at(seconds, 0.99), "s", LIMIT_SECONDS));
            if (training != null) {
                figures.add(Figure.told("training steps taken meanwhile", training.stepsSoFar(), "steps"));
            }
            return figures;
        }
    }

    private static List<Path> expose(Path folder, Progress progress) throws IOException {
        var samples = new SimulatedCamera(SIDE, SIDE, false).expose(SkyScene.ofResource("ic4628.png"), 0, 1);
        var frames = new ArrayList<Path>();
        for (var i = 0; i < WARM_UP_FRAMES + FRAMES; i++) {
            progress.at("writing frame " + (i + 1));
            // The header's time makes each a frame of its own; what is computed is the same.
            var frame = new FitsFrame(SIDE, SIDE, samples, "IC 4628", false, Instant.ofEpochSecond(1_700_000_000L + i));
            frames.add(Files.write(folder.resolve("frame-" + i + ".fits"), frame.bytes()));
        }
        return frames;
    }

    private static double[] send(BenchStack stack, PageFeed page, List<Path> frames, Progress progress)
            throws Exception {
        var ids = new ArrayList<String>();
        for (var frame : frames) {
            ids.add(FrameSender.frameId(frame));
        }
        var sentAt = new ArrayList<Long>();
        var begin = System.nanoTime();
        for (var i = 0; i < frames.size(); i++) {
            progress.at("sent " + i + " of " + frames.size());
            Thread.sleep(Math.max(0, (begin + i * EVERY.toNanos() - System.nanoTime()) / 1_000_000));
            sentAt.add(System.nanoTime());
            stack.send(frames.get(i), "IC 4628");
        }
        var seconds = new double[FRAMES];
        for (var i = 0; i < FRAMES; i++) {
            var frame = WARM_UP_FRAMES + i;
            seconds[i] = (page.awaitShown(ids.get(frame), PATIENCE) - sentAt.get(frame)) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
