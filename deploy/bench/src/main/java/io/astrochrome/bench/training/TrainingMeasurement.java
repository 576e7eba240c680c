package io.astrochrome.bench.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.stack.Home;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Training steps, in a JVM of their own on the trainer-service's class path. */
public final class TrainingMeasurement implements Measurement {
    private static final double CRITIC_MILLIS = 800;
    private static final double GENERATOR_MILLIS = 900;
    private static final double OVERHEAD_PERCENT = 10;
    private static final double CHECK_MILLIS = 2000;

    private final Home home;

    public TrainingMeasurement(Home home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public String description() {
        return "training steps of an EfficientNet-B4 U-Net at 128 px, eight pictures";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("training steps");
        var figures = figures();
        var critic = value(figures, "criticStepMillis");
        var lazy = value(figures, "lazyCriticStepMillis");
        return List.of(
                Figure.atMost(
                        "critic step with penalty, EfficientNet-B4 U-Net, 128 px, batch 8",
                        critic,
                        "ms",
                        CRITIC_MILLIS),
                Figure.atMost(
                        "generator step, the same", value(figures, "generatorStepMillis"), "ms", GENERATOR_MILLIS),
                Figure.atMost(
                        "check of the engine for these networks, the first time on a machine",
                        value(figures, "engineCheckMillis"),
                        "ms",
                        CHECK_MILLIS),
                Figure.told(
                        "critic step where channels that fill vectors in part are padded",
                        value(figures, "paddedCriticStepMillis"),
                        "ms"),
                Figure.told("generator step, channels padded", value(figures, "paddedGeneratorStepMillis"), "ms"),
                Figure.told(
                        "critic step where their windows are unfolded",
                        value(figures, "unfoldedCriticStepMillis"),
                        "ms"),
                Figure.told("generator step, windows unfolded", value(figures, "unfoldedGeneratorStepMillis"), "ms"),
                Figure.told("critic step, penalty every fourth step", lazy, "ms"),
                Figure.told("saved by a penalty every fourth step", 100 * (1 - lazy / critic), "%"),
                Figure.atMost(
                        "the generator's gradients through Java, overhead against the same inside libtorch",
                        value(figures, "overheadPercent"),
                        "%",
                        OVERHEAD_PERCENT));
    }

    private JsonNode figures() throws IOException, InterruptedException, MeasurementException {
        var app = home.root().resolve("trainer-service/target/quarkus-app");
        if (!Files.isDirectory(app)) {
            throw new MeasurementException("the trainer-service is not built");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Dai.djl.offline=true"));
        command.addAll(List.of("-cp", app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*:" + ownClasses()));
        command.add(StepBenchmark.class.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        var process = builder.start();
        var said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new MeasurementException("the benchmark of training steps ended with " + process.exitValue());
        }
        return new ObjectMapper().readTree(said);
    }

    private static Path ownClasses() throws MeasurementException {
        try {
            return Path.of(StepBenchmark.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new MeasurementException("the benchmark's own classes are not in a file", e);
        }
    }

    private static double value(JsonNode figures, String name) throws MeasurementException {
        var value = figures.path(name);
        if (!value.isNumber()) {
            throw new MeasurementException("the benchmark of training steps says nothing of " + name);
        }
        return value.asDouble();
    }
}
