package io.astrochrome.trainer.service.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.service.TinyTrainer;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service between a real broker and a real object store, with a network that is trained in seconds. */
@QuarkusTest
@TestProfile(TinyTrainer.class)
@QuarkusTestResource(StreamTestResource.class)
class TrainerStreamTest {
    private static final ConditionFactory PATIENTLY = await().atMost(Duration.ofSeconds(60));
    private static final byte[] NO_TENSOR = "not a tensor".getBytes(StandardCharsets.UTF_8);

    StreamServers servers;

    @Inject
    TensorStore tensors;

    @Inject
    ObjectStore objects;

    @Inject
    RunQueue queue;

    @Inject
    TrainerConfig config;

    @Inject
    RunMaterial material;

    @Test
    void aRequestOnTheStreamBecomesAPublishedModel() throws Exception {
        for (int i = 0; i < 6; i++) {
            Purpose purpose = i < 4 ? Purpose.TRAIN : Purpose.VALIDATION;
            servers.topics().write(Topics.LESSONS, "target", EventCodec.toBytes(Pictures.tensor(i, purpose)));
        }
        servers.topics().write(Topics.LESSONS, "target", NO_TENSOR);
        servers.topics().write(Topics.LESSONS, "target", EventCodec.toBytes(Pictures.tensor(50, Purpose.LIVE)));
        PATIENTLY.until(() -> tensors.size() >= 6);

        RetrainRequest request = new RetrainRequest(
                "drift/2026", RetrainReason.DRIFT, "tiny", "gain fell", "metrics-service", Instant.now());
        servers.topics().write(Topics.RETRAIN_REQUESTS, "DRIFT", EventCodec.toJson(request));
        servers.topics().write(Topics.RETRAIN_REQUESTS, "DRIFT", EventCodec.toJson(request));

        PATIENTLY.until(() -> queue.runs().stream().anyMatch(run -> isForDrift(run) && run.over()));
        RunStatus done = queue.runs().stream()
                .filter(TrainerStreamTest::isForDrift)
                .findFirst()
                .orElseThrow();
        ModelPublished published = model(done);
        assertThat(published.recipe()).isEqualTo("tiny");
        assertThat(published.quality()).containsKey("gainDecibels");
        assertThat(objects.fetch(published.object())).isNotEmpty();
        assertThat(published.modelId()).isEqualTo(published.object().sha256());

        PATIENTLY.until(() -> queue.run(published.runId()).orElseThrow().over());
        List<RunStatus> runs = queue.runs().stream()
                .filter(run -> run.request().because().startsWith("DRIFT"))
                .toList();
        assertThat(runs).as("the same request twice is one run").hasSize(1);
        assertThat(runs.get(0).state()).isEqualTo(TrainingState.FINISHED);
        TrainingProgress first = EventCodec.fromJson(
                servers.topics()
                        .await(Topics.TRAINING, 1, record -> new String(record.value(), StandardCharsets.UTF_8)
                                .contains(published.runId()))
                        .get(0)
                        .value(),
                TrainingProgress.class);
        assertThat(first.state()).isEqualTo(TrainingState.QUEUED);
        assertThat(first(Topics.deadLetter(Topics.LESSONS))).isEqualTo(NO_TENSOR);
        assertThat(config.runFolder().resolve(published.runId()).resolve("last.safetensors"))
                .as("a run's checkpoint is in its folder")
                .exists();
        assertThat(objects.list("checkpoints/")).as("and nowhere else").isEmpty();
    }

    @Test
    void theChampionGoesOnLearningFromOldAndNewFrames() throws Exception {
        for (int i = 0; i < 6; i++) {
            tensors.add(Pictures.tensor(i, i < 4 ? Purpose.TRAIN : Purpose.VALIDATION));
        }
        RunStatus first = queue.submit(request("base", "tiny", null));
        PATIENTLY.until(() -> over(first));
        ModelPublished champion = model(first);
        servers.topics().write(Topics.MODEL_DECISIONS, ModelDecision.CHAMPION, EventCodec.toJson(promoted(champion)));

        RunStatus second = queue.submit(request("tuned", RetrainRequest.FINE_TUNE, "NEW_FRAMES"));
        RunStatus same = queue.submit(request("tuned-again", RetrainRequest.FINE_TUNE, "NEW_FRAMES"));
        PATIENTLY.until(() -> over(second));

        assertThat(queue.run("tuned").orElseThrow().message()).isEqualTo("the recipe is done");
        ModelPublished tuned = model(second);
        assertThat(tuned.parentModelId()).isEqualTo(champion.modelId());
        assertThat(tuned.recipe()).isEqualTo("tiny-tuned");
        assertThat(tuned.trainedOn()).containsKeys("lightnessMean", "background");
        assertThat(same.state()).isEqualTo(TrainingState.STOPPED);
        assertThat(same.message()).isEqualTo("run tuned is under way for the same reason");
    }

    @Test
    void aRunThatIsTakenUpAgainHasThePicturesItBeganWith(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 4; i++) {
            tensors.add(Pictures.tensor(i, Purpose.TRAIN));
        }
        RunRequest request = request("interrupted", "tiny", null);
        Recipe recipe = material.course(request, folder).recipe();
        String before = material.pictures(request, recipe, folder).hash();

        tensors.add(Pictures.tensor(77, Purpose.TRAIN));

        assertThat(material.pictures(request, recipe, folder).hash()).isEqualTo(before);
        assertThat(material.pictures(request, recipe, Files.createDirectories(folder.resolve("another run")))
                        .hash())
                .as("another run has the new one as well")
                .isNotEqualTo(before);
    }

    @Test
    void aRunThatAnotherTrainerHasDoneIsNotDoneAgain() throws Exception {
        ModelPublished done = new ModelPublished(
                "a".repeat(64),
                "tiny",
                new ObjectReference("b", "models/a", 1, "a".repeat(64)),
                "tiny",
                null,
                null,
                null,
                1,
                32,
                Map.of(),
                Map.of(),
                null,
                null,
                "done elsewhere",
                Instant.now());
        servers.topics().write(Topics.MODELS, done.modelId(), EventCodec.toJson(done));

        RunStatus run = queue.submit(request("done elsewhere", "tiny", "SCHEDULE"));

        PATIENTLY.until(() -> over(run));
        assertThat(queue.run("done elsewhere").orElseThrow().message()).contains("is published already");
        assertThat(queue.run("done elsewhere").orElseThrow().step()).isZero();
    }

    @Test
    void aRunThatAnotherTrainerHasIsLeftToIt() throws Exception {
        for (int i = 0; i < 4; i++) {
            tensors.add(Pictures.tensor(i, Purpose.TRAIN));
        }
        servers.topics().write(Topics.TRAINING, "taken", EventCodec.toJson(told("taken", TrainingState.RUNNING)));

        queue.submit(request("taken", "tiny", "GAIN"));
        RunStatus next = queue.submit(request("behind", "tiny", null));
        PATIENTLY.until(() -> over(next));
        assertThat(queue.run("taken").orElseThrow().state()).isEqualTo(TrainingState.QUEUED);

        servers.topics().write(Topics.TRAINING, "taken", EventCodec.toJson(told("taken", TrainingState.FINISHED)));
        PATIENTLY.until(() -> queue.run("taken").orElseThrow().over());
        assertThat(queue.run("taken").orElseThrow().message()).isEqualTo("trainer another carried it out");
    }

    private static TrainingProgress told(String runId, TrainingState state) {
        return new TrainingProgress(runId, "tiny", "another", state, "only", 3, 8, Map.of(), null, null, Instant.now());
    }

    private static boolean isForDrift(RunStatus run) {
        return run.request().because().startsWith("DRIFT");
    }

    private static RunRequest request(String runId, String recipe, String reason) {
        return new RunRequest(runId, recipe, reason, "a test", "a test", Instant.now());
    }

    private boolean over(RunStatus run) {
        return queue.run(run.request().runId()).orElseThrow().over();
    }

    private ModelPublished model(RunStatus run) throws Exception {
        String runId = run.request().runId();
        return EventCodec.fromJson(
                servers.topics()
                        .await(Topics.MODELS, 1, record -> new String(record.value(), StandardCharsets.UTF_8)
                                .contains("\"runId\":\"" + runId + "\""))
                        .get(0)
                        .value(),
                ModelPublished.class);
    }

    private static ModelDecision promoted(ModelPublished model) {
        return new ModelDecision(
                "test",
                ModelDecision.CHAMPION,
                DecisionKind.PROMOTED,
                model.modelId(),
                model.object(),
                null,
                model.modelId(),
                null,
                null,
                false,
                "it is better",
                "a test",
                Map.of(),
                Instant.now());
    }

    @Test
    void aRequestForAnUnknownRecipeIsADeadLetter() {
        RetrainRequest request =
                new RetrainRequest("wrong", RetrainReason.OPERATOR, "ligth", "a slip", "somebody", Instant.now());
        servers.topics().write(Topics.RETRAIN_REQUESTS, "OPERATOR", EventCodec.toJson(request));

        assertThat(first(Topics.deadLetter(Topics.RETRAIN_REQUESTS))).isEqualTo(EventCodec.toJson(request));
    }

    private byte[] first(String topic) {
        return servers.topics().await(topic, 1, record -> true).get(0).value();
    }

    @Test
    void overHttpAnUnknownRecipeIsAnsweredWithTheNearest() {
        given().contentType(ContentType.JSON)
                .body("{\"recipe\": \"ligth\"}")
                .post("/runs")
                .then()
                .statusCode(400)
                .body("detail", containsString("the nearest is light"));
    }

    @Test
    void overHttpNoFileOutsideTheRecipesIsRead() {
        given().contentType(ContentType.JSON)
                .body("{\"recipe\": \"../../etc/passwd\"}")
                .post("/runs")
                .then()
                .statusCode(400)
                .body("detail", containsString("letters, digits and hyphens"));
    }

    @Test
    void tellsWhatItKnowsOfItsEngine() {
        EngineCheck.require(new Critic(new CriticSettings(CriticKind.BASIC, 4, 0)).convolutions());

        given().get("/engine")
                .then()
                .statusCode(200)
                .body("engine", startsWith("PyTorch "))
                .body("device", startsWith("cpu"))
                .body("processor", not(emptyString()))
                .body("checked", greaterThanOrEqualTo(5))
                .body("detours", notNullValue())
                .body("checkMillis", greaterThanOrEqualTo(0f));
        given().get("/q/metrics")
                .then()
                .body(matchesPattern(
                        "(?s).*astrochrome_engine_convolutions\\{way=\"(plain|padded|unfolded)\"[^}]*} [1-9].*"))
                .body(containsString("astrochrome_engine_convolutions{way=\"padded\""));
    }

    @Test
    void overHttpAnUnknownRunIsNotThere() {
        given().get("/runs/none").then().statusCode(404).body("detail", containsString("no run none"));
    }
}
