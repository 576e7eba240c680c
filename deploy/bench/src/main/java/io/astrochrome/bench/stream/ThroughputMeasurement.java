package io.astrochrome.bench.stream;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Small frames through the whole stream, as a part of what ONNX Runtime colours in a loop alone with the same model and
 * threads. The stream's rate is taken while frames are always waiting, from the times at which they were coloured.
 */
public final class ThroughputMeasurement implements Measurement {
    private static final int SIDE = 224;
    private static final int BATCH = 4;
    private static final int TARGETS = 6;
    private static final int WARM_UP_FRAMES = 500;
    private static final int FRAMES = 400;
    private static final double LEAST_PART = 0.85;
    private static final Duration ALONE_WARM_UP = Duration.ofSeconds(5);
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Workplace workplace;

    public ThroughputMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String description() {
        return "small frames through the stream, against ONNX Runtime alone in a loop";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("ONNX Runtime alone");
        var alone = alone();
        progress.at("starting the stream");
        double stream;
        try (var stack = BenchStack.start(workplace)) {
            stream = stream(stack, progress);
        }
        return List.of(
                Figure.told(
                        "ONNX Runtime alone, 224 px, batch " + BATCH + ", threads: " + Stack.INFERENCE_THREADS,
                        alone,
                        "frames/s"),
                Figure.told("the whole stream, frames of 224 px", stream, "frames/s"),
                Figure.atLeast("stream throughput, as a part of ONNX Runtime alone", stream / alone, "", LEAST_PART));
    }

    private double alone() throws IOException, MeasurementException {
        var settings = SessionSettings.cpu(Stack.INFERENCE_THREADS);
        try (var model = ColourModel.load(workplace.model(), settings)) {
            loop(model, ALONE_WARM_UP);
            return loop(model, ALONE);
        } catch (ModelRejectedException e) {
            throw new MeasurementException(e.getMessage(), e);
        }
    }

    private static double loop(ColourModel model, Duration length) {
        var lightness = new float[BATCH * SIDE * SIDE];
        var began = System.nanoTime();
        var frames = 0;
        while (System.nanoTime() - began < length.toNanos()) {
            model.predict(lightness, BATCH, SIDE, SIDE);
            frames += BATCH;
        }
        return frames / ((System.nanoTime() - began) / 1e9);
    }

    private static double stream(BenchStack stack, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        progress.at("exposing " + (WARM_UP_FRAMES + FRAMES) + " small frames");
        var frames = new ArrayList<Path>();
        for (var i = 0; i < WARM_UP_FRAMES + FRAMES; i++) {
            frames.add(BenchFrames.mono(stack.frames().resolve("small-" + i + ".fits"), SIDE, SIDE, i));
        }
        try (var outcomes = new OutcomeReader(stack.running().addresses().bootstrapServers())) {
            run(stack, outcomes, frames.subList(0, WARM_UP_FRAMES), progress);
            return rate(run(stack, outcomes, frames.subList(WARM_UP_FRAMES, frames.size()), progress));
        }
    }

    private static List<Instant> run(BenchStack stack, OutcomeReader outcomes, List<Path> frames, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        Map<String, Path> waiting = new HashMap<>();
        for (var frame : frames) {
            waiting.put(FrameSender.frameId(frame), frame);
        }
        var sending = new Thread(() -> send(stack, frames), "send");
        sending.start();
        var coloured = new ArrayList<Instant>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new MeasurementException(waiting.size() + " of " + frames.size() + " frames were not coloured");
            }
            for (var outcome : outcomes.read(Duration.ofMillis(100))) {
                if (outcome instanceof FrameOutcome.Coloured event && waiting.remove(event.frameId()) != null) {
                    coloured.add(event.event().colorizedAt());
                }
            }
            progress.at(coloured.size() + " of " + frames.size() + " frames coloured");
        }
        sending.join();
        return coloured;
    }

    private static void send(BenchStack stack, List<Path> frames) {
        try {
            for (var i = 0; i < frames.size(); i++) {
                stack.send(frames.get(i), "field " + i % TARGETS);
            }
        } catch (IOException | InterruptedException | MeasurementException e) {
            throw new IllegalStateException("sending stopped", e);
        }
    }

    private static double rate(List<Instant> coloured) {
        var sorted = coloured.stream().sorted().toList();
        var span = Duration.between(sorted.get(0), sorted.get(sorted.size() - 1));
        return (sorted.size() - 1) / (span.toNanos() / 1e9);
    }
}
