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
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Small frames through the whole stream, as a part of what ONNX Runtime colours in a loop alone with the same model and
 * threads. The stream's rate is taken once most of its code is compiled, which takes thousands of frames, and while frames are
 * waiting at every stage: as many are always under way, so that taking in and colouring share the processors as they do
 * when frames never end. The loop runs before and after the stream: a virtual machine's speed changes within minutes.
 */
public final class ThroughputMeasurement implements Measurement {
    private static final int SIDE = 224;
    private static final int BATCH = 4;
    private static final int TARGETS = 6;
    private static final int SENDERS = 3;
    private static final int UNDER_WAY = 48;
    private static final int WARM_UP_FRAMES = 6000;
    private static final int FRAMES = 1500;
    private static final double LEAST_PART = 0.85;
    private static final Duration ALONE_WARM_UP = Duration.ofSeconds(5);
    private static final Duration ALONE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Workplace workplace;
    private final String name;
    private final String model;

    private ThroughputMeasurement(Workplace workplace, String name, String model) {
        this.workplace = workplace;
        this.name = name;
        this.model = model;
    }

    /** With the model that colours unless somebody chooses another: a small one, so that all else weighs most. */
    public static ThroughputMeasurement ofDefaultModel(Workplace workplace) {
        return new ThroughputMeasurement(workplace, "throughput", "champion");
    }

    /** With the model that has the paper's encoder, EfficientNet-B4. */
    public static ThroughputMeasurement ofLargeModel(Workplace workplace) {
        return new ThroughputMeasurement(workplace, "throughput-b4", "faithful-b4");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "small frames through the stream, against ONNX Runtime alone in a loop, both with " + model;
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        var chosen = workplace.choosing(model);
        progress.at("ONNX Runtime alone");
        var before = alone(chosen);
        progress.at("starting the stream");
        double stream;
        try (var stack = BenchStack.start(chosen)) {
            stream = stream(stack, progress);
        }
        progress.at("ONNX Runtime alone again");
        var alone = (before + alone(chosen)) / 2;
        return List.of(
                Figure.told(
                        "ONNX Runtime alone, " + model + ", 224 px, batch " + BATCH + ", threads: "
                                + Stack.INFERENCE_THREADS,
                        alone,
                        "frames/s"),
                Figure.told("the whole stream, " + model + ", frames of 224 px", stream, "frames/s"),
                Figure.atLeast(
                        "stream throughput, " + model + ", as a part of ONNX Runtime alone",
                        stream / alone,
                        "",
                        LEAST_PART));
    }

    private static double alone(Workplace workplace) throws IOException, MeasurementException {
        var settings = SessionSettings.cpu(Stack.INFERENCE_THREADS);
        try (var model = ColourModel.load(workplace.model(), settings)) {
            loop(model, ALONE_WARM_UP);
            return loop(model, ALONE);
        } catch (ModelRejectedException e) {
            throw new MeasurementException(String.valueOf(e.getMessage()), e);
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
        var count = WARM_UP_FRAMES + FRAMES + UNDER_WAY;
        progress.at("exposing " + count + " small frames");
        var frames = new ArrayList<Path>();
        for (var i = 0; i < count; i++) {
            frames.add(BenchFrames.mono(stack.frames().resolve("small-" + i + ".fits"), SIDE, SIDE, i));
        }
        try (var outcomes = OutcomeReader.ofSeveral(stack.running().addresses().bootstrapServers())) {
            var coloured =
                    run(stack, outcomes, frames, progress).stream().sorted().toList();
            return rate(coloured.subList(WARM_UP_FRAMES, WARM_UP_FRAMES + FRAMES));
        }
    }

    private static List<Instant> run(BenchStack stack, OutcomeReader outcomes, List<Path> frames, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        Map<String, Path> waiting = new HashMap<>();
        for (var frame : frames) {
            waiting.put(FrameSender.frameId(frame), frame);
        }
        var underWay = new Semaphore(UNDER_WAY);
        var senders = IntStream.range(0, SENDERS)
                .mapToObj(sender -> new Thread(() -> send(stack, frames, sender, underWay), "send-" + sender))
                .toList();
        senders.forEach(Thread::start);
        var coloured = new ArrayList<Instant>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new MeasurementException(waiting.size() + " of " + frames.size() + " frames were not coloured");
            }
            for (var outcome : outcomes.read(Duration.ofMillis(100))) {
                if (outcome instanceof FrameOutcome.Coloured event && waiting.remove(event.frameId()) != null) {
                    coloured.add(event.event().colorizedAt());
                    underWay.release();
                }
            }
            progress.at(coloured.size() + " of " + frames.size() + " frames coloured");
        }
        for (var sender : senders) {
            sender.join();
        }
        return coloured;
    }

    /** One of the senders: the frames of its targets, in their order. */
    private static void send(BenchStack stack, List<Path> frames, int sender, Semaphore underWay) {
        try {
            for (var i = sender; i < frames.size(); i += SENDERS) {
                underWay.acquire();
                stack.send(frames.get(i), "field " + i % TARGETS);
            }
        } catch (IOException | InterruptedException | MeasurementException e) {
            throw new IllegalStateException("sending stopped", e);
        }
    }

    /** Of frames in the order in which they were coloured. */
    private static double rate(List<Instant> coloured) {
        var span = Duration.between(coloured.get(0), coloured.get(coloured.size() - 1));
        return (coloured.size() - 1) / (span.toNanos() / 1e9);
    }
}
