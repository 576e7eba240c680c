package io.astrochrome.bench.stream;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Small frames, one after the other at a steady pace until it is stopped, and what became of each. */
final class SteadyFlow implements AutoCloseable {
    private static final int SIDE = 512;
    private static final int TARGETS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BenchStack stack;
    private final Duration pace;
    private final OutcomeReader outcomes;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Double> seconds = new HashMap<>();
    private final Thread sender = new Thread(this::send, "send");
    private int doubled;
    private volatile boolean stopping;
    private volatile @Nullable Exception failure;

    SteadyFlow(BenchStack stack, Duration pace) {
        this.stack = stack;
        this.pace = pace;
        this.outcomes = new OutcomeReader(stack.running().addresses().bootstrapServers());
        sender.start();
    }

    private void send() {
        try {
            var folder = stack.frames();
            var begin = System.nanoTime();
            for (var i = 0; !stopping; i++) {
                var frame = BenchFrames.mono(folder.resolve("flow.fits"), SIDE, SIDE, i);
                Thread.sleep(Math.max(0, (begin + i * pace.toNanos() - System.nanoTime()) / 1_000_000));
                var id = FrameSender.frameId(frame);
                stack.send(frame, "field " + i % TARGETS);
                sent.add(id);
                Files.delete(frame);
            }
        } catch (IOException | InterruptedException | MeasurementException e) {
            failure = e;
        }
    }

    /** How many were sent up to now. */
    int mark() {
        return sent.size();
    }

    /** Waits until so many more are sent. */
    void awaitSent(int more, Progress progress) throws InterruptedException, MeasurementException {
        var goal = sent.size() + more;
        while (sent.size() < goal) {
            progress.at("frame " + sent.size() + " of " + goal);
            look();
        }
    }

    private void look() throws MeasurementException {
        if (failure != null) {
            throw new MeasurementException("sending stopped: " + failure.getMessage(), failure);
        }
        for (var outcome : outcomes.read(Duration.ofMillis(100))) {
            if (outcome instanceof FrameOutcome.Coloured coloured) {
                var event = coloured.event();
                var took = Duration.between(event.frame().ingestedAt(), event.colorizedAt());
                if (seconds.put(coloured.frameId(), took.toNanos() / 1e9) != null) {
                    doubled++;
                }
            }
        }
    }

    /** Sends no more, and waits for what is on its way. */
    void stop(Progress progress) throws InterruptedException, MeasurementException {
        stopping = true;
        sender.join();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (lost() > 0 && System.nanoTime() < end) {
            progress.at("waiting for " + (int) lost() + " frames");
            look();
        }
        look();
    }

    /** Frames that were sent and not coloured. */
    double lost() {
        return sent.stream().filter(id -> !seconds.containsKey(id)).count();
    }

    /** Frames that were coloured more than once. */
    double doubled() {
        return doubled;
    }

    /** From arrival at ingest to the coloured event, over the frames between two marks. */
    double percentile(int from, int to, double part) throws MeasurementException {
        var sorted = sent.subList(from, to).stream()
                .filter(seconds::containsKey)
                .mapToDouble(seconds::get)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new MeasurementException("no frame was coloured");
        }
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    @Override
    public void close() {
        stopping = true;
        outcomes.close();
    }
}
