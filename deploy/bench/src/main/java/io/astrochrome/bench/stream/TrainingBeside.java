package io.astrochrome.bench.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.SkyScene;
import io.astrochrome.standalone.stack.Service;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;

/** A training run on the machine that colours: the champion goes on learning from a few colour pictures. */
final class TrainingBeside {
    private static final List<String> PICTURES = List.of("ic4628.png", "m77.png", "n3199.png", "n3621.png");
    private static final int CROPS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI runs;
    private final long firstStep;

    private TrainingBeside(URI runs) throws IOException, InterruptedException, MeasurementException {
        this.runs = runs;
        this.firstStep = awaitSteps();
    }

    /** Sends pictures to learn from, asks for a run, and waits until it takes steps. */
    static TrainingBeside begin(BenchStack stack, Progress progress)
            throws IOException, InterruptedException, MeasurementException {
        progress.at("sending pictures to learn from");
        var sender = new FrameSender(stack.running().addresses().of(Service.INGEST));
        for (var picture : PICTURES) {
            var whole = ImageIO.read(SkyScene.class.getResource("/demo/" + picture));
            for (var crop = 0; crop < CROPS; crop++) {
                var width = whole.getWidth() * 2 / CROPS;
                var part = whole.getSubimage((whole.getWidth() - width) * crop / CROPS, 0, width, whole.getHeight());
                sender.send(written(part, stack.frames().resolve(crop + "-" + picture)), picture, "train");
            }
        }
        progress.at("waiting for the first training step");
        return new TrainingBeside(
                stack.running().addresses().of(Service.TRAINER).resolve("/runs"));
    }

    private static Path written(BufferedImage picture, Path file) throws IOException {
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private long awaitSteps() throws IOException, InterruptedException, MeasurementException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var asked = false;
        while (System.nanoTime() < end) {
            var steps = steps();
            if (steps > 0) {
                return steps;
            }
            if (!asked || failed()) {
                // Until all pictures have arrived there are too few, and the run fails.
                http.send(
                        HttpRequest.newBuilder(runs)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"recipe\": \"fine-tune\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                asked = true;
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new MeasurementException("the trainer takes no step: " + answer());
    }

    private boolean failed() throws IOException, InterruptedException {
        var all = new ObjectMapper().readTree(answer());
        return !all.isEmpty() && all.get(all.size() - 1).path("state").asText().equals("FAILED");
    }

    private long steps() throws IOException, InterruptedException {
        var all = new ObjectMapper().readTree(answer());
        return all.isEmpty() ? 0 : all.get(all.size() - 1).path("step").asLong();
    }

    private String answer() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(runs).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Training steps since the run began to be measured beside. */
    double stepsSoFar() throws IOException, InterruptedException {
        return (double) steps() - firstStep;
    }
}
