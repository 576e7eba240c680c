package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.SkyScene;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.models.ModelsClient;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole circle in real processes: pictures in at ingest, a person asks, the trainer trains, the gate judges, and the new
 * model is champion; while trainer and metrics are killed at random moments.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CircleIT {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int KILLS = 4;
    private static final int PICTURES = 12;
    private static final String TENSORS = "astrochrome_frames_total{outcome=\"kept\",stage=\"trainer\"";

    /** A network that is trained in seconds. */
    private static final String RECIPE = """
            name: tiny
            generator: {encoder: mobilenet-v2, decoder-widths: [8, 8, 8, 8, 8]}
            objective: {pixel-loss: l2}
            phases:
              - {name: only, steps: 12, side: 32, batch: 2}
            validation: {every-steps: 6, side: 64}
            """;

    /** Few pictures are enough here, and a network of twelve steps is pale. */
    private static final String CONFIGURATION = """
            astrochrome.trainer.least-pictures=4
            astrochrome.trainer.checkpoint-every=10s
            astrochrome.metrics.gate.least-frames=4
            astrochrome.metrics.gate.least-colourfulness=0
            """;

    @TempDir
    private static Path folder;

    private static Stack stack;
    private static DataFolder data;
    private static ModelsClient client;

    @BeforeAll
    static void startEverythingAndSendPictures() throws Exception {
        data = new DataFolder(folder.resolve("data")).create();
        writeSettings(data.work());
        var models = Files.createDirectories(folder.resolve("models"));
        TinyModel.named("garish").slope(0.9f).write(models.resolve("champion.onnx"));
        stack = Stack.start(
                new Home(Home.current().root(), models),
                data,
                EnumSet.allOf(Service.class),
                event -> System.out.println(Instant.now() + " " + event));
        assertThat(stack.awaitReady(START_PATIENCE)).isTrue();
        client = new ModelsClient(stack.addresses().page(), null);
        sendPictures(new FrameSender(stack.addresses().of(Service.INGEST)));
        awaitMeter(stack.addresses().of(Service.TRAINER), TENSORS, PICTURES);
        awaitMeter(stack.addresses().page(), "astrochrome_gate_validation_frames", 4);
    }

    @AfterAll
    static void stopEverything() throws IOException {
        stack.close();
    }

    private static void writeSettings(Path work) throws IOException {
        var recipes = Files.createDirectories(work.resolve(".astrochrome/trainer/recipes"));
        Files.writeString(recipes.resolve("tiny.yaml"), RECIPE);
        Files.writeString(
                Files.createDirectories(work.resolve("config")).resolve("application.properties"), CONFIGURATION);
    }

    @Test
    @Order(1)
    void newPicturesBecomeAChampionThoughProcessesAreKilledOnTheWay() throws Exception {
        awaitDecision("REGISTERED");
        client.post("/api/retraining", Map.of("by", "Vera", "reason", "new pictures", "recipe", "tiny"));

        killAtRandom();

        var promoted = awaitDecision("PROMOTED");
        assertThat(promoted.path("decidedBy").asText()).isEqualTo("gate");
        assertThat(promoted.path("figures").path("challenger.gainDecibels").asDouble())
                .isGreaterThan(
                        promoted.path("figures").path("champion.gainDecibels").asDouble());
        var champion = promoted.path("modelId").asText();
        var decisions = new ArrayList<String>();
        client.get("/api/decisions")
                .forEach(decision -> decisions.add(decision.path("kind").asText() + " "
                        + decision.path("subjectModelId").asText()));
        assertThat(decisions).as("once, whoever was killed").containsOnlyOnce("PROMOTED " + champion);
    }

    @Test
    @Order(2)
    void ofTwoTrainersOneCarriesOutARequestAndTheSameReasonAgainIsDropped() throws Exception {
        var second = startAnotherTrainer();
        try {
            awaitMeter(second.address, TENSORS, PICTURES);
            var before = runs(stack.addresses().of(Service.TRAINER)).size();

            client.post("/api/retraining", Map.of("by", "Vera", "reason", "once", "recipe", "tiny"));
            client.post("/api/retraining", Map.of("by", "Henrietta", "reason", "and again", "recipe", "tiny"));

            var runs = awaitRuns(second, before + 2);
            assertThat(runs.subList(before, before + 2))
                    .as("of both trainers together")
                    .anyMatch(run -> run.contains("under way for the same reason"))
                    .anyMatch(run -> !run.contains("under way for the same reason"));
        } finally {
            second.process.destroy();
            second.process.waitFor();
        }
    }

    /** A process, and where it answers. */
    private record Trainer(Process process, URI address) {}

    /** As somebody would start it by its README. */
    private static Trainer startAnotherTrainer() throws Exception {
        var work = Files.createDirectories(folder.resolve("second"));
        writeSettings(work);
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Home.current()
                                .root()
                                .resolve("trainer-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("second.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        stack.addresses().bootstrapServers(),
                        "ASTROCHROME_STORE_ENDPOINT",
                        stack.addresses().store().toString(),
                        "ASTROCHROME_STORE_ACCESS_KEY",
                        "astrochrome",
                        "ASTROCHROME_STORE_SECRET_KEY",
                        Settings.read(data).get("store.secret-key"),
                        "ASTROCHROME_TRAINER_TENSOR_GROUP",
                        "second-trainer",
                        "OMP_WAIT_POLICY",
                        "PASSIVE",
                        "ORT_DISABLE_TELEMETRY",
                        "1"));
        var trainer = new Trainer(builder.start(), URI.create("http://127.0.0.1:" + port));
        var end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!answers(trainer.address)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(200);
        }
        return trainer;
    }

    private static boolean answers(URI service) {
        try (var in = service.resolve("/runs").toURL().openStream()) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> awaitRuns(Trainer second, int count) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var all = new ArrayList<>(runs(stack.addresses().of(Service.TRAINER)));
            all.addAll(runs(second.address));
            if (all.size() >= count) {
                assertThat(all).hasSize(count);
                return all;
            }
            assertThat(System.nanoTime()).as(all.toString()).isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** The runs that a trainer knows; none where it does not answer. */
    private static List<String> runs(URI service) {
        try (var in = service.resolve("/runs").toURL().openStream()) {
            var runs = new ArrayList<String>();
            new ObjectMapper().readTree(in).forEach(run -> runs.add(run.toString()));
            return runs;
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void sendPictures(FrameSender sender) throws Exception {
        var number = 0;
        for (var name : List.of("ic4628.png", "m77.png", "n3199.png", "n3621.png")) {
            var picture = ImageIO.read(SkyScene.class.getResource("/demo/" + name));
            for (var purpose : List.of("train", "train", "validation")) {
                var side = Math.min(picture.getWidth(), picture.getHeight()) - 3 * number;
                var file = folder.resolve(number++ + "-" + name);
                ImageIO.write(picture.getSubimage(0, 0, side, side), "png", file.toFile());
                assertThat(sender.send(file, name, purpose)).isInstanceOf(FrameSender.Answer.Accepted.class);
            }
        }
    }

    private static void awaitMeter(URI service, String name, double value) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var last = "";
        while (last.lines().noneMatch(line -> line.startsWith(name) && line.endsWith(" " + value))) {
            assertThat(System.nanoTime()).as(name + " in\n" + last).isLessThan(end);
            Thread.sleep(200);
            try (var in = service.resolve("/q/metrics").toURL().openStream()) {
                last = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** The launcher starts again who was killed. */
    private static void killAtRandom() throws InterruptedException {
        var seed = System.nanoTime();
        System.out.println("kills by seed " + seed);
        var random = new Random(seed);
        for (var i = 0; i < KILLS; i++) {
            Thread.sleep(500 + random.nextInt(4000));
            var victim = i % 2 == 0 ? Service.TRAINER : Service.METRICS;
            stack.processes().stream()
                    .filter(process -> process.name().equals(victim.id()))
                    .flatMap(process -> process.pid().stream().boxed())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static JsonNode awaitDecision(String kind) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var last = "nothing";
        while (System.nanoTime() < end) {
            try {
                var decisions = client.get("/api/decisions");
                last = decisions.toString();
                for (var decision : decisions) {
                    if (decision.path("kind").asText().equals(kind)) {
                        return decision;
                    }
                }
            } catch (IOException e) {
                last = e.getMessage(); // being started again
            }
            Thread.sleep(500);
        }
        throw new AssertionError("there was no decision " + kind + "; the last answer was " + last);
    }
}
