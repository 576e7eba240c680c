package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Topics;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.grafana.Alert;
import io.astrochrome.grafana.Alerts;
import io.astrochrome.grafana.Annotation;
import io.astrochrome.grafana.Dashboard;
import io.astrochrome.grafana.DeploymentFiles;
import io.astrochrome.grafana.Panel;
import io.astrochrome.grafana.Query;
import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.DemoFrames;
import io.astrochrome.standalone.demo.DemoNight;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the dashboards and of the alert rules, asked of a real Prometheus while frames flow. */
class ObservabilityIT {
    /** As Prometheus writes them. */
    private static final Set<String> NOT_FINITE = Set.of("NaN", "+Inf", "-Inf");

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NIGHTS = 3;

    private static final EnumSet<Service> SERVICES = EnumSet.allOf(Service.class);

    @TempDir
    private static Path folder;

    private static Stack stack;
    private static Prometheus prometheus;

    @BeforeAll
    static void letFramesFlowUnderItsEyes() throws Exception {
        assumeThat(Prometheus.EXECUTABLE)
                .as("Prometheus, from Debian's package of that name: no query is asked without it")
                .isExecutable();
        Path models = Files.createDirectories(folder.resolve("models"));
        TinyModel.named("tiny").write(models.resolve("champion.onnx"));
        Path root = Home.current().root();
        stack = Stack.start(
                new Home(root, models),
                new DataFolder(UnusualPorts.chosenIn(folder.resolve("data"))),
                SERVICES,
                event -> System.out.println(Instant.now() + " " + event));
        assertThat(stack.awaitReady(START_PATIENCE)).as("everything is ready").isTrue();
        prometheus = Prometheus.start(
                folder.resolve("prometheus"),
                root.resolve("deploy/prometheus/alerts.yml"),
                SERVICES.stream().collect(Collectors.toMap(Function.identity(), stack.addresses()::of)));
        tellOfTraining();
        for (int night = 0; night < NIGHTS; night++) {
            Path files = folder.resolve("night-" + night);
            Instant at = Instant.ofEpochSecond(1_800_000_000L + night);
            List<DemoFrame> frames = new ArrayList<>(new DemoFrames(files, at).make());
            frames.add(new DemoNight(files, at).make().get(0));
            sendAndAwait(frames);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyPanelAndEveryAnnotationHasSomethingToShow() throws Exception {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Dashboard dashboard : DeploymentFiles.dashboards()) {
            for (Panel panel : dashboard.panels().toList()) {
                for (Query query : panel.queries()) {
                    queries.put(dashboard.title() + ": " + panel.title() + ", " + query.legend(), query.expression());
                }
            }
            for (Annotation annotation : dashboard.annotations()) {
                queries.put(dashboard.title() + ": " + annotation.name(), annotation.expression());
            }
        }

        assertThat(withoutFigures(queries)).isEmpty();
    }

    @Test
    void everyAlertMeasuresSomethingAndIsEvaluatedWithoutAnError() throws Exception {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Alert alert : Alerts.all()) {
            alert.measured().forEach(measured -> queries.put(alert.name() + ": " + measured, measured));
        }

        assertThat(withoutFigures(queries)).isEmpty();
        assertThat(prometheus.rules()).hasSize(Alerts.all().size()).allSatisfy(rule -> assertThat(
                        rule.path("health").asText())
                .as(rule.toString())
                .isEqualTo("ok"));
    }

    @Test
    void everyServiceIsSeen() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(prometheus.query("up{job=\"astrochrome\"} == 1"))
                .hasSize(SERVICES.size()));
    }

    /** Those of the queries that give no finite figure until the patience ends. */
    private static Map<String, String> withoutFigures(Map<String, String> queries) throws Exception {
        Map<String, String> open = new LinkedHashMap<>(queries);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                for (var query : List.copyOf(open.entrySet())) {
                    if (hasFigure(prometheus.query(asGrafanaAsks(query.getValue())))) {
                        open.remove(query.getKey());
                    }
                }
                return open.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            return open; // whoever asked says whose figures they are
        }
        return open;
    }

    private static boolean hasFigure(JsonNode result) {
        for (JsonNode series : result) {
            if (!NOT_FINITE.contains(series.path("value").path(1).asText())) {
                return true;
            }
        }
        return false;
    }

    /** With all values chosen, and a rate over what a minute of this test holds. */
    private static String asGrafanaAsks(String expression) {
        return expression
                .replace("$__rate_interval", "2m")
                .replace("$target", ".*")
                .replace("$model", ".*");
    }

    private static void tellOfTraining() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.addresses().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int step = 100; step <= 300; step += 100) {
                var progress = new TrainingProgress(
                        "night-run",
                        "light",
                        "a trainer",
                        TrainingState.RUNNING,
                        "adversarial",
                        step,
                        1000,
                        Map.of("total", 3.0 / step, "critic.total", -1.0, "stepsPerSecond", 2.5, "gainDecibels", 0.3),
                        60L,
                        null,
                        Instant.now());
                producer.send(new ProducerRecord<>(Topics.TRAINING, "night-run", EventCodec.toJson(progress)))
                        .get();
            }
        }
    }

    private static void sendAndAwait(List<DemoFrame> frames) throws Exception {
        try (var outcomes = new OutcomeReader(stack.addresses().bootstrapServers())) {
            var sender = new FrameSender(stack.addresses().of(Service.INGEST));
            int sound = 0;
            for (DemoFrame frame : frames) {
                var answer = sender.send(frame);
                boolean broken = frame.file().endsWith("broken.png");
                sound += answer instanceof FrameSender.Answer.Accepted && !broken ? 1 : 0;
            }
            List<FrameOutcome> seen = new ArrayList<>();
            int expected = sound;
            await().atMost(PATIENCE).untilAsserted(() -> {
                seen.addAll(outcomes.read(Duration.ofMillis(500)));
                assertThat(coloured(seen)).as("coloured frames").hasSizeGreaterThanOrEqualTo(expected);
            });
        }
    }

    private static Stream<FrameOutcome> coloured(List<FrameOutcome> seen) {
        return seen.stream().filter(FrameOutcome.Coloured.class::isInstance);
    }
}
