package io.astrochrome.bench.stream;

import io.astrochrome.bench.night.SimulatedNight;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exposures of 4 megapixels through four filters, one a second, from the file to the page: to their row in the night's table, and
 * to the picture of the stacks where one is made; and one of 60 megapixels, with the memory that it takes.
 */
public final class ExposuresMeasurement implements Measurement {
    private static final int SIDE = 2048;
    private static final int WARM_UP = 80;
    private static final int EXPOSURES = 120;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double LIMIT_SECONDS = 2;
    private static final int LARGE_WIDTH = 9504;
    private static final int LARGE_HEIGHT = 6336;
    private static final int LARGE = 3;
    private static final double LARGE_SECONDS = 20;
    private static final double MEMORY_MEBIBYTES = 768;
    private static final double NANOS = 1e9;

    private final Workplace workplace;

    public ExposuresMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "exposures";
    }

    @Override
    public String description() {
        return "exposures of a night of 2048 x 2048 px, one a second, from file to page, and of 60 megapixels";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        try (var stack = BenchStack.start(workplace);
                var page = new PageFeed(stack.running().addresses().page())) {
            progress.at("writing exposures");
            var files = new SimulatedNight(SIDE, SIDE, 3, WARM_UP + EXPOSURES)
                    .write(stack.frames().resolve("exposures"), "NGC 2");
            var figures = new ArrayList<Figure>(night(stack, page, files, progress));
            figures.addAll(large(stack, page, progress));
            return figures;
        }
    }

    private static List<Figure> night(BenchStack stack, PageFeed page, List<Path> files, Progress progress)
            throws Exception {
        var sentAt = new long[files.size()];
        var begin = System.nanoTime();
        for (var i = 0; i < files.size(); i++) {
            progress.at("sent " + i + " of " + files.size());
            Thread.sleep(Math.max(0, (begin + i * EVERY.toNanos() - System.nanoTime()) / 1_000_000));
            sentAt[i] = System.nanoTime();
            stack.expose(files.get(i), "NGC 2");
        }
        page.awaitStack("NGC 2", files.size() * 9 / 10, PATIENCE);
        var rows = new ArrayList<Double>();
        var pictures = new ArrayList<Double>();
        for (var i = WARM_UP; i < files.size(); i++) {
            var id = FrameSender.frameId(files.get(i));
            rows.add((page.awaitJudged(id, PATIENCE) - sentAt[i]) / NANOS);
            var shown = page.shown(id);
            if (shown.isPresent()) {
                pictures.add((shown.getAsLong() - sentAt[i]) / NANOS);
            }
        }
        var what = "2048 x 2048 px exposure, one a second, from file to ";
        return List.of(
                Figure.atMost(what + "its row on the page, 99th percentile", at(rows, 0.99), "s", LIMIT_SECONDS),
                Figure.told(what + "the stacks' picture, median of " + pictures.size(), at(pictures, 0.5), "s"),
                Figure.atMost(what + "the stacks' picture, 99th percentile", at(pictures, 0.99), "s", LIMIT_SECONDS));
    }

    private static List<Figure> large(BenchStack stack, PageFeed page, Progress progress) throws Exception {
        var night = new SimulatedNight(LARGE_WIDTH, LARGE_HEIGHT, 4, LARGE);
        var slowest = 0.0;
        for (var i = 0; i < LARGE; i++) {
            progress.at("60 megapixels, exposure " + (i + 1));
            var file = SimulatedNight.write(stack.frames(), "NGC 3", i, night.light(i));
            var id = FrameSender.frameId(file);
            var began = System.nanoTime();
            stack.expose(file, "NGC 3");
            slowest = Math.max(slowest, (page.awaitShown(id, PATIENCE) - began) / NANOS);
        }
        return List.of(
                Figure.atMost(
                        "60 MP exposure from file to the stacks' picture, slowest of " + LARGE,
                        slowest,
                        "s",
                        LARGE_SECONDS),
                Figure.atMost(
                        "peak memory of preprocess on 60 MP exposures (RSS)", peak(stack), "MiB", MEMORY_MEBIBYTES));
    }

    private static double peak(BenchStack stack) throws IOException {
        for (var process : stack.running().processes()) {
            if (process.name().startsWith(Service.PREPROCESS.id())) {
                return Memory.peakMebibytes(process.pid().orElseThrow());
            }
        }
        throw new IOException("there is no " + Service.PREPROCESS.id());
    }

    private static double at(List<Double> values, double part) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
