package io.astrochrome.metrics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.sample.TinyFrames;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The circle from outside, over Kafka, the store and HTTP. The tests follow each other: history is one. */
@QuarkusTest
@TestProfile(CircleProfile.class)
@QuarkusTestResource(StreamTestResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CircleStreamTest {
    private static final TinyModel BETTER = TinyModel.named("better").slope(0.35f);
    private static final TinyModel BEST = TinyModel.named("best").slope(0.31f);

    private final Path folder = Path.of("target");

    @Inject
    ObjectStore objects;

    StreamServers servers;

    private ObjectReference stored(TinyModel model) throws IOException {
        Path file = model.write(Files.createTempFile(folder, "circle-", ".onnx"));
        String id = SampleFrame.sha256(file);
        return objects.put(ObjectKeys.model(id), file, "application/onnx");
    }

    private String publish(ObjectReference object) {
        ModelPublished event = new ModelPublished(
                object.sha256(),
                "tiny",
                object,
                "tiny",
                null,
                null,
                null,
                1,
                64,
                Map.of("gainDecibels", 99.0),
                Map.of(),
                null,
                null,
                "run of " + object.sha256(),
                Instant.now());
        servers.topics().write(Topics.MODELS, object.sha256(), EventCodec.toJson(event));
        return object.sha256();
    }

    /** The newest decision of {@code count} about that model. */
    private ModelDecision decision(String modelId, int count) throws EventFormatException {
        String about = "\"subjectModelId\":\"" + modelId + "\"";
        return EventCodec.fromJson(
                servers.topics()
                        .await(Topics.MODEL_DECISIONS, count, record -> new String(record.value(), UTF_8)
                                .contains(about))
                        .get(count - 1)
                        .value(),
                ModelDecision.class);
    }

    private static ValidatableResponse order(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/models/" + path)
                .then();
    }

    private static String id(TinyModel model, Path folder) throws IOException {
        return SampleFrame.sha256(model.write(Files.createTempFile(folder, "circle-", ".onnx")));
    }

    @Test
    @Order(1)
    void historyBeginsWithTheModelThatShips() throws Exception {
        String shipped = id(CircleProfile.SHIPPED, folder);

        ModelDecision first = decision(shipped, 1);

        assertThat(first.kind()).isEqualTo(DecisionKind.REGISTERED);
        assertThat(first.modelId()).isEqualTo(shipped);
        assertThat(objects.fetch(first.object())).isNotEmpty();
        servers.topics().await(Topics.MODELS, shipped, 1);
    }

    @Test
    @Order(2)
    void withoutFramesToMeasureOnNoModelIsLetIn() throws Exception {
        String unmeasured = publish(stored(BETTER));

        ModelDecision refused = decision(unmeasured, 1);

        assertThat(refused.kind()).isEqualTo(DecisionKind.REFUSED);
        assertThat(refused.reason()).isEqualTo("there are 0 validation frames with colour, and a verdict needs 3");
        assertThat(refused.modelId()).isEqualTo(id(CircleProfile.SHIPPED, folder));
    }

    @Test
    @Order(3)
    void aBetterModelBecomesChampionOnceHoweverOftenItIsPublished() throws Exception {
        for (int i = 0; i < 4; i++) {
            servers.topics()
                    .write(
                            Topics.LAB_TENSORS,
                            "a target",
                            EventCodec.toBytes(TinyFrames.of("a target", i, Purpose.VALIDATION, CircleProfile.TRUTH)));
            servers.topics()
                    .write(
                            Topics.LAB_TENSORS,
                            "a target",
                            EventCodec.toBytes(TinyFrames.of("a target", 10 + i, Purpose.LIVE, CircleProfile.TRUTH)));
        }
        awaitFrames();
        ObjectReference object = stored(BETTER);
        publish(object);
        publish(object);
        publish(object);

        // It was published before there were frames, too.
        ModelDecision promoted = decision(object.sha256(), 2);

        assertThat(promoted.kind()).isEqualTo(DecisionKind.PROMOTED);
        assertThat(promoted.decidedBy()).isEqualTo("gate");
        assertThat(promoted.previousModelId()).isEqualTo(id(CircleProfile.SHIPPED, folder));
        assertThat(promoted.object()).isEqualTo(object);
        assertThat(promoted.figures().get("challenger.gainDecibels"))
                .isGreaterThan(promoted.figures().get("champion.gainDecibels"));
        assertThat(promoted.figures())
                .containsKeys("challenger.skyChroma", "challenger.flicker", "champion.colourfulnessRatio");
        given().get("/api/models")
                .then()
                .body("find { it.modelId == '" + object.sha256() + "' }.alias", equalTo("champion"));
    }

    /** Frames are known to the gate a moment after they are in the log; a model that is judged meanwhile sees fewer. */
    private static void awaitFrames() {
        await("the gate knows the frames").atMost(TopicProbe.PATIENCE).until(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("astrochrome_gate_validation_frames") && line.endsWith(" 4.0")));
    }

    @Test
    @Order(4)
    void aWorseModelIsStoppedWithItsFigures() throws Exception {
        String worse = publish(stored(TinyModel.named("worse on purpose").slope(0.9f)));

        ModelDecision refused = decision(worse, 1);

        assertThat(refused.kind()).isEqualTo(DecisionKind.REFUSED);
        assertThat(refused.reason()).contains("dB over grey, the champion");
        assertThat(refused.figures()).containsKey("challenger.gainDecibels");
        assertThat(refused.modelId()).isEqualTo(id(BETTER, folder));
        given().get("/api/decisions")
                .then()
                .body("[0].kind", equalTo("REFUSED"))
                .body("[0].subjectModelId", equalTo(worse));
    }

    @Test
    @Order(5)
    void modelsThatMustNotBeRunAreStoppedAndCannotBePromotedByHandEither() throws Exception {
        String wrongContract = publish(stored(BEST.fixedSide(64)));
        String notANumber = publish(stored(TinyModel.named("NaN").slope(Float.NaN)));
        ObjectReference whole = stored(BEST.with("astrochrome.name", "altered"));
        objects.put(whole.key(), new byte[] {1, 2, 3}, "application/onnx");
        String altered = publish(whole);

        assertThat(decision(wrongContract, 1).reason())
                .startsWith("the model " + wrongContract.substring(0, 12) + " is rejected: input 'l' must be");
        String large = publish(stored(BEST.with("astrochrome.side", "96")));

        assertThat(decision(large, 1).kind()).isEqualTo(DecisionKind.REFUSED);
        assertThat(decision(large, 1).reason())
                .isEqualTo("it was trained at 96 px, but live frames come with a short side of 64 px: set"
                        + " astrochrome.preprocess.live-side to 96 first");
        order(large + "/promote", "{\"by\":\"Vera\",\"reason\":\"I like it\"}")
                .statusCode(409)
                .body("detail", containsString("live-side to 96"));
        order(large + "/try", "{\"by\":\"Vera\",\"reason\":\"unseen\",\"mode\":\"shadow\"}")
                .statusCode(409);
        assertThat(decision(notANumber, 1).kind()).isEqualTo(DecisionKind.REFUSED);
        assertThat(decision(altered, 1).reason()).contains("its file is not what was published");
        order(wrongContract + "/promote", "{\"by\":\"Vera\",\"reason\":\"I like it\"}")
                .statusCode(409)
                .body("detail", containsString("is rejected"));
        order(altered + "/promote", "{\"by\":\"Vera\",\"reason\":\"I like it\"}")
                .statusCode(409)
                .body("detail", containsString("has 3 bytes"));
    }

    @Test
    @Order(6)
    void aPinnedChampionStaysUntilAPersonDecidesOtherwise() throws Exception {
        order("pin", "{\"by\":\"Vera\",\"reason\":\"a survey is under way\"}")
                .statusCode(200)
                .body("pinned", equalTo(true));
        String best = publish(stored(BEST));

        ModelDecision refused = decision(best, 1);
        assertThat(refused.kind()).isEqualTo(DecisionKind.REFUSED);
        assertThat(refused.reason()).endsWith("but the champion is pinned");

        order("unpin", "{\"by\":\"Vera\",\"reason\":\"it is over\"}").statusCode(200);
        order(best + "/promote", "{\"by\":\"Vera\",\"reason\":\"it passed\"}").statusCode(200);
        ModelDecision promoted = decision(best, 2);
        assertThat(promoted.decidedBy()).isEqualTo("Vera");
        assertThat(promoted.pinned()).isFalse();
        order("rollback", "{\"by\":\"Vera\",\"reason\":\"second thoughts\"}")
                .statusCode(200)
                .body("kind", equalTo("ROLLED_BACK"))
                .body("modelId", equalTo(id(BETTER, folder)))
                .body("subjectModelId", equalTo(best));
    }

    @Test
    @Order(7)
    void whoDecidesMustSaySoAndWhy() {
        order("pin", "{\"by\":\"Vera\"}").statusCode(400).body("detail", containsString("why (reason)"));
        order("unpin", "{\"by\":\"Vera\",\"reason\":\"none\"}").statusCode(409);
        order("0000/promote", "{\"by\":\"Vera\",\"reason\":\"none\"}")
                .statusCode(409)
                .body("detail", containsString("there is no model 0000"));
        order("withdraw", "{\"by\":\"Vera\",\"reason\":\"none\"}").statusCode(409);
    }

    @Test
    @Order(8)
    void aNewChampionWhoseScoresFallIsRolledBackByItself() throws Exception {
        String best = id(BEST, folder);
        String better = id(BETTER, folder);
        order(best + "/promote", "{\"by\":\"Vera\",\"reason\":\"once more\"}").statusCode(200);
        for (int i = 0; i < 3; i++) {
            score(better, i, 2.0);
            score(best, i, 1.0);
        }

        // Refused, promoted, rolled back, promoted.
        ModelDecision rolledBack = decision(best, 5);

        assertThat(rolledBack.kind()).isEqualTo(DecisionKind.ROLLED_BACK);
        assertThat(rolledBack.decidedBy()).isEqualTo("rollback");
        assertThat(rolledBack.modelId()).isEqualTo(better);
        assertThat(rolledBack.reason()).contains("1.00 dB over grey on 3 frames", "2.00 dB");
    }

    private void score(String modelId, int frame, double gain) {
        FrameScored score = new FrameScored(
                SampleFrame.sha256("scored " + frame),
                "a scored target",
                Purpose.LIVE,
                modelId,
                30 + gain,
                30,
                0.001,
                0.001,
                0.9,
                0.9,
                3,
                3,
                1,
                Instant.now());
        servers.topics().write(Topics.QUALITY, score.target(), EventCodec.toJson(score));
    }

    @Test
    @Order(9)
    void enoughNewFramesAskForAModelOnceAndOperatorsAtAnyTime() throws Exception {
        for (int i = 0; i < 5; i++) {
            servers.topics()
                    .write(
                            Topics.LAB_TENSORS,
                            "new frames",
                            EventCodec.toBytes(TinyFrames.of("new frames", i, Purpose.TRAIN, CircleProfile.TRUTH)));
        }
        RetrainRequest request = request(RetrainReason.NEW_FRAMES);
        assertThat(request.recipe()).isEqualTo(RetrainRequest.FINE_TUNE);
        assertThat(request.detail()).startsWith("5 colour frames");

        given().contentType(ContentType.JSON)
                .body("{\"by\":\"Vera\",\"reason\":\"a new camera\"}")
                .post("/api/retraining")
                .then()
                .statusCode(200)
                .body("reason", equalTo("OPERATOR"));
        servers.topics().await(Topics.RETRAIN_REQUESTS, RetrainReason.OPERATOR.name(), 1);

        // The rules have looked many times since.
        assertThat(requestsFor(RetrainReason.NEW_FRAMES)).hasSize(1);
    }

    private List<?> requestsFor(RetrainReason reason) {
        return servers.topics().readAll(Topics.RETRAIN_REQUESTS).stream()
                .filter(record -> reason.name().equals(record.key()))
                .toList();
    }

    private RetrainRequest request(RetrainReason reason) throws EventFormatException {
        return EventCodec.fromJson(
                servers.topics()
                        .await(Topics.RETRAIN_REQUESTS, reason.name(), 1)
                        .get(0)
                        .value(),
                RetrainRequest.class);
    }

    @Test
    @Order(10)
    void theClockAndAFallingGainAskOnceEachAndSayWhatTheySaw() throws Exception {
        assertThat(request(RetrainReason.SCHEDULE).detail()).startsWith("a run is asked for every PT720H");

        String champion = id(BETTER, folder);
        for (int i = 0; i < 3; i++) {
            score(champion, 10 + i, 2.0);
        }
        for (int i = 0; i < 3; i++) {
            score(champion, 20 + i, 0.5);
        }

        assertThat(request(RetrainReason.DRIFT).detail())
                .startsWith("the gain over grey on a scored target fell from 2.00 dB to ");
        given().get("/api/retraining").then().body("reason", hasItems("SCHEDULE", "DRIFT", "NEW_FRAMES", "OPERATOR"));
        assertThat(requestsFor(RetrainReason.SCHEDULE)).hasSize(1);
        assertThat(requestsFor(RetrainReason.DRIFT)).hasSize(1);
    }
}
