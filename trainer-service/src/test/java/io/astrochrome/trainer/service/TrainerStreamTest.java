package io.astrochrome.trainer.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.RetrainReason;
import io.astrochrome.events.RetrainRequest;
import io.astrochrome.events.Topics;
import io.astrochrome.events.TrainingProgress;
import io.astrochrome.events.TrainingState;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service between a real broker and a real object store, with a network that is trained in seconds. */
@QuarkusTest
@TestProfile(TinyTrainer.class)
@QuarkusTestResource(StreamTestResource.class)
class TrainerStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] NO_TENSOR = "not a tensor".getBytes(StandardCharsets.UTF_8);

    StreamServers servers;

    @Inject
    TensorStore tensors;

    @Inject
    ObjectStore objects;

    @Inject
    RunDesk desk;

    @Test
    void aRequestOnTheStreamBecomesAPublishedModel() throws Exception {
        for (int i = 0; i < 6; i++) {
            Purpose purpose = i < 4 ? Purpose.TRAIN : Purpose.VALIDATION;
            servers.topics().write(Topics.LAB_TENSORS, "target", EventCodec.toBytes(Pictures.tensor(i, purpose)));
        }
        servers.topics().write(Topics.LAB_TENSORS, "target", NO_TENSOR);
        servers.topics().write(Topics.LAB_TENSORS, "target", EventCodec.toBytes(Pictures.tensor(50, Purpose.LIVE)));
        Wait.until(PATIENCE, () -> tensors.size() == 6);

        RetrainRequest request = new RetrainRequest(
                "drift/2026", RetrainReason.DRIFT, "tiny", "gain fell", "metrics-service", Instant.now());
        servers.topics().write(Topics.RETRAIN_REQUESTS, "DRIFT", EventCodec.toJson(request));
        servers.topics().write(Topics.RETRAIN_REQUESTS, "DRIFT", EventCodec.toJson(request));

        Wait.until(PATIENCE, () -> desk.runs().stream().anyMatch(RunStatus::over));
        ModelPublished published = EventCodec.fromJson(first(Topics.MODELS), ModelPublished.class);
        assertThat(published.recipe()).isEqualTo("tiny");
        assertThat(published.quality()).containsKey("gainDecibels");
        assertThat(objects.fetch(published.object())).isNotEmpty();
        assertThat(published.modelId()).isEqualTo(published.object().sha256());

        Wait.until(PATIENCE, () -> desk.run(published.runId()).orElseThrow().over());
        List<RunStatus> runs = desk.runs().stream()
                .filter(run -> run.request().because().startsWith("DRIFT"))
                .toList();
        assertThat(runs).as("the same request twice is one run").hasSize(1);
        assertThat(runs.get(0).state()).isEqualTo(TrainingState.FINISHED);
        TrainingProgress first = EventCodec.fromJson(first(Topics.TRAINING), TrainingProgress.class);
        assertThat(first.state()).isEqualTo(TrainingState.QUEUED);
        assertThat(first(Topics.deadLetter(Topics.LAB_TENSORS))).isEqualTo(NO_TENSOR);
        assertThat(objects.list("checkpoints/" + published.runId())).isNotEmpty();
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
                .body("error", containsString("the nearest is light"));
    }

    @Test
    void overHttpNoFileOutsideTheRecipesIsRead() {
        given().contentType(ContentType.JSON)
                .body("{\"recipe\": \"../../etc/passwd\"}")
                .post("/runs")
                .then()
                .statusCode(400)
                .body("error", containsString("letters, digits and hyphens"));
    }

    @Test
    void overHttpAnUnknownRunIsNotThere() {
        given().get("/runs/none").then().statusCode(404);
    }
}
