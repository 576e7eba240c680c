package io.astrochrome.bench.stream;

import io.astrochrome.bench.imaging.BenchFrames;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.demo.FrameSender;
import java.time.Duration;
import java.util.List;

/** A frame of 60 megapixels through the stream: how long, and the most memory of any process. */
public final class LargeFrameMeasurement implements Measurement {
    private static final int WIDTH = 9504;
    private static final int HEIGHT = 6336;
    private static final int SMALL = 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double LIMIT_SECONDS = 20;
    private static final int FRAMES = 3;

    private final Workplace workplace;

    public LargeFrameMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "large";
    }

    @Override
    public String description() {
        return "a FITS frame of 60 megapixels from file to page, and the peak memory of the processes";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        try (var stack = BenchStack.start(workplace);
                var page = new PageFeed(stack.running().addresses().page())) {
            seconds(stack, page, SMALL, SMALL, 0);
            var slowest = 0.0;
            for (var i = 1; i <= FRAMES; i++) {
                progress.at("frame " + i + " of " + FRAMES);
                slowest = Math.max(slowest, seconds(stack, page, WIDTH, HEIGHT, i));
            }
            var peak = 0.0;
            for (var process : stack.running().processes()) {
                peak = Math.max(peak, Memory.peakMebibytes(process.pid().orElseThrow()));
            }
            return List.of(
                    Figure.atMost("60 MP FITS from file to page, slowest of " + FRAMES, slowest, "s", LIMIT_SECONDS),
                    Figure.told("peak memory of the largest process on 60 MP frames (RSS)", peak, "MiB"));
        }
    }

    private static double seconds(BenchStack stack, PageFeed page, int width, int height, int seed) throws Exception {
        var frame = BenchFrames.mono(stack.frames().resolve("large-" + seed + ".fits"), width, height, seed);
        var id = FrameSender.frameId(frame);
        var began = System.nanoTime();
        stack.send(frame, "IC 4628");
        return (page.awaitShown(id, PATIENCE) - began) / 1e9;
    }
}
