package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.SkyScene;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.models.ModelsClient;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole circle in real processes: pictures in at ingest, a person asks, the trainer trains, the gate judges, and the new
 * model is champion, whichever process is killed on the way.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CircleIT {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
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
        data = new DataFolder(UnusualPorts.chosenIn(folder.resolve("data"))).create();
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
    void newPicturesBecomeAChampionThoughAProcessIsKilledAtEveryStep() throws Exception {
        awaitDecision("REGISTERED");
        client.post("/api/retraining", Map.of("by", "Vera", "reason", "new pictures", "recipe", "tiny"));

        kill("trainer"); // it may have the request or not
        await("a run", () -> trains("RUNNING") || trains("FINISHED"));
        kill("trainer");
        Thread.sleep(somewhen());
        kill("infrastructure");
        await("a model", () -> client.get("/api/models").size() > 1);
        kill("metrics"); // the model is at the gate
        var promoted = awaitDecision("PROMOTED");
        kill("metrics");
        kill("colorize");

        assertThat(promoted.path("decidedBy").asText()).isEqualTo("gate");
        assertThat(promoted.path("figures").path("challenger.gainDecibels").asDouble())
                .isGreaterThan(
                        promoted.path("figures").path("champion.gainDecibels").asDouble());
        var champion = promoted.path("modelId").asText();
        awaitColouring(champion);
        await("the page", () -> !client.get("/api/decisions").isEmpty());
        var decisions = new ArrayList<String>();
        client.get("/api/decisions")
                .forEach(decision -> decisions.add(decision.path("kind").asText() + " "
                        + decision.path("subjectModelId").asText()));
        assertThat(decisions).as("once, whoever was killed").containsOnlyOnce("PROMOTED " + champion);
    }

    @Test
    @Order(2)
    void whatIsWorseOrNoModelAtAllIsStoppedAtTheGateWhateverItSaysOfItself() throws Exception {
        var champion = champion();
        try (var outside = new ModelsFromOutside(stack, data, folder)) {
            var worse = outside.publish(TinyModel.named("worse on purpose").slope(0.95f));
            var notANumber = outside.publish(TinyModel.named("not a number").slope(Float.NaN));
            var noModel = outside.publish("no model".getBytes(StandardCharsets.UTF_8));

            assertThat(awaitDecisionAbout(worse).path("reason").asText()).contains("the champion");
            assertThat(awaitDecisionAbout(notANumber).path("kind").asText()).isEqualTo("REFUSED");
            assertThat(awaitDecisionAbout(noModel).path("reason").asText()).contains("is rejected");
            assertThat(awaitDecisionAbout(worse).path("kind").asText()).isEqualTo("REFUSED");
        }
        assertThat(champion()).isEqualTo(champion);
    }

    @Test
    @Order(3)
    void aPersonGivesThePlaceBackAndColorizeObeys() throws Exception {
        var champion = champion();
        var before = client.get("/api/models")
                .get(client.get("/api/models").size() - 1)
                .path("modelId")
                .asText();
        awaitColouring(champion);

        client.post("/api/models/rollback", Map.of("by", "Vera", "reason", "too pale"));
        awaitColouring(before);

        client.post("/api/models/" + champion + "/promote", Map.of("by", "Vera", "reason", "second thoughts"));
        awaitColouring(champion);
    }

    private static String champion() throws Exception {
        for (var model : client.get("/api/models")) {
            if (model.path("alias").asText().equals("champion")) {
                return model.path("modelId").asText();
            }
        }
        throw new AssertionError("there is no champion");
    }

    private static void awaitColouring(String modelId) {
        var model = stack.addresses().of(Service.COLORIZE).resolve("/model");
        await("colours by " + modelId, () -> new ObjectMapper()
                .readTree(model.toURL())
                .path("modelId")
                .asText()
                .equals(modelId));
    }

    @Test
    @Order(4)
    void ofTwoTrainersOneCarriesOutARequestAndTheSameReasonAgainIsDropped() throws Exception {
        writeSettings(Files.createDirectories(folder.resolve("second")));
        try (var second = AnotherTrainer.start(stack, data, folder.resolve("second"), START_PATIENCE)) {
            awaitMeter(second.address(), TENSORS, PICTURES);
            var before =
                    AnotherTrainer.runs(stack.addresses().of(Service.TRAINER)).size();

            client.post("/api/retraining", Map.of("by", "Vera", "reason", "once", "recipe", "tiny"));
            client.post("/api/retraining", Map.of("by", "Henrietta", "reason", "and again", "recipe", "tiny"));

            var runs = awaitRuns(second, before + 2);
            assertThat(runs.subList(before, before + 2))
                    .as("of both trainers together")
                    .anyMatch(run -> run.contains("under way for the same reason"))
                    .anyMatch(run -> !run.contains("under way for the same reason"));
        }
    }

    private static List<String> awaitRuns(AnotherTrainer second, int count) {
        var all = patiently().until(() -> runsOf(second), runs -> runs.size() >= count);
        assertThat(all).hasSize(count);
        return all;
    }

    /** Those of both trainers. */
    private static List<String> runsOf(AnotherTrainer second) {
        var all = new ArrayList<>(AnotherTrainer.runs(stack.addresses().of(Service.TRAINER)));
        all.addAll(AnotherTrainer.runs(second.address()));
        return all;
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

    private static void awaitMeter(URI service, String name, double value) {
        patiently().untilAsserted(() -> assertThat(meters(service))
                .anyMatch(line -> line.startsWith(name) && line.endsWith(" " + value)));
    }

    private static List<String> meters(URI service) throws IOException {
        try (var in = service.resolve("/q/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** The launcher starts it again. */
    private static void kill(String victim) {
        stack.processes().stream()
                .filter(process -> process.name().equals(victim))
                .flatMap(process -> process.pid().stream().boxed())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static int somewhen() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed).nextInt(5000);
    }

    private static boolean trains(String state) {
        return AnotherTrainer.runs(stack.addresses().of(Service.TRAINER)).stream()
                .anyMatch(run -> run.contains(state));
    }

    /** Whoever is asked may be being started again. */
    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class);
    }

    private static void await(String what, Callable<Boolean> question) {
        patiently().alias(what).until(question);
    }

    private static JsonNode awaitDecision(String kind) {
        return awaitDecision("kind", kind);
    }

    private static JsonNode awaitDecisionAbout(String modelId) {
        return awaitDecision("subjectModelId", modelId);
    }

    private static JsonNode awaitDecision(String field, String value) {
        return patiently()
                .alias("a decision with " + field + " " + value)
                .until(() -> decision(field, value), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> decision(String field, String value) throws Exception {
        for (var decision : client.get("/api/decisions")) {
            if (decision.path(field).asText().equals(value)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }
}
