package io.astrochrome.colorize.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.rollout.ModelDescription.Refusal;
import io.astrochrome.colorize.model.rollout.ModelRollout;
import io.astrochrome.colorize.model.rollout.TestDecisions;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.model.ColourModel;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions on the log change what the running service colours with, and nothing else. */
@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(TinyModelResource.class)
class ModelSwapTest {
    private static final int SWAPS = 100;

    StreamServers servers;

    @Inject
    ObjectStore store;

    @Inject
    ServedModels models;

    @Inject
    ModelRollout rollout;

    private TestDecisions decisions;

    @BeforeEach
    void decideByLog() {
        decisions = new TestDecisions(servers.bootstrapServers(), store);
    }

    @AfterEach
    void giveTheShippedModelItsPlaceBack() {
        decisions.champion(null);
        decisions.noChallenger();
        awaitThat("the shipped model colours", () -> championName().equals("tiny"));
        awaitThat("nobody is tried", () -> !isTried(ChallengerMode.SHADOW) && !isTried(ChallengerMode.CANARY));
        decisions.close();
    }

    private static void awaitThat(String what, Callable<Boolean> holds) {
        await(what)
                .atMost(TopicProbe.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(holds);
    }

    private String championName() {
        try (ModelLease lease = models.champion()) {
            return lease.model().metadata().name();
        }
    }

    private void awaitChampion(ObjectReference model) {
        awaitThat("the decided model colours", () -> championId().equals(model.sha256()));
    }

    private String championId() {
        try (ModelLease lease = models.champion()) {
            return lease.model().modelId();
        }
    }

    private boolean isTried(ChallengerMode mode) {
        try (Challenger leased = models.challenger(mode).orElse(null)) {
            return leased != null;
        }
    }

    private TestFrame send(String target, int seed) {
        TestFrame frame = TestFrame.live(store, target, seed, 64, 64);
        servers.topics().write(Topics.LAB_TENSORS, target, frame.bytes());
        return frame;
    }

    private List<FrameColorized> coloured(String target, int count) throws Exception {
        List<FrameColorized> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().await(Topics.COLORIZED, target, count)) {
            events.add(EventCodec.frameColorized(record.value()));
        }
        return events;
    }

    @Test
    void coloursWithTheChampionThatIsDecidedAndRollsBackWithoutLoadingAgain() throws Exception {
        TinyModel strong = TinyModel.named("strong").slope(0.9f);
        ObjectReference first = decisions.publish(strong);
        ObjectReference second = decisions.publish(TinyModel.named("weak").slope(0.1f));

        decisions.champion(first);
        awaitChampion(first);
        ColourModel session;
        try (ModelLease lease = models.champion()) {
            session = lease.model();
        }
        TestFrame frame = send("decided", 1);
        FrameColorized event = coloured("decided", 1).get(0);
        decisions.champion(second);
        awaitChampion(second);
        decisions.champion(first);
        awaitChampion(first);

        float lightness = HalfFloat.toFloat(frame.tensor().lightness()[777]);
        assertThat(event.modelId()).isEqualTo(first.sha256());
        assertThat(HalfFloat.toFloat(event.b()[777])).isCloseTo(strong.b(lightness), within(1e-3f));
        try (ModelLease lease = models.champion()) {
            assertThat(lease.model()).as("still open from before").isSameAs(session);
        }
        given().get("/model").then().statusCode(200).body("modelId", equalTo(first.sha256()));
    }

    @Test
    void losesAndDoublesNoFrameOverAHundredSwaps() throws Exception {
        List<ObjectReference> models = IntStream.range(0, 3)
                .mapToObj(i -> decisions.publish(TinyModel.named("swap-" + i).slope(0.2f + i / 10f)))
                .toList();
        List<String> sent = new ArrayList<>();
        for (int swap = 0; swap < SWAPS; swap++) {
            ObjectReference next = models.get(swap % models.size());
            decisions.champion(next);
            if (swap % 2 == 0) {
                sent.add(send("swapped " + swap % 4, swap).id());
            }
            awaitChampion(next);
        }

        for (int target = 0; target < 4; target += 2) {
            coloured("swapped " + target, SWAPS / 4);
        }
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().readAll(Topics.COLORIZED)) {
            if (record.key() != null && record.key().startsWith("swapped ")) {
                ids.add(EventCodec.frameColorized(record.value()).frame().frameId());
            }
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void refusesABadModelAndGoesOnWithTheOneBefore() throws Exception {
        ObjectReference good = decisions.publish(TinyModel.named("good").slope(0.45f));
        decisions.champion(good);
        awaitChampion(good);
        ObjectReference altered = decisions.publish(TinyModel.named("altered").slope(0.46f));
        byte[] bytes = store.fetch(altered);
        bytes[bytes.length / 2]++;
        store.put(altered.key(), bytes, "application/octet-stream");
        ObjectReference unknown =
                decisions.publish(TinyModel.named("of another contract").with("astrochrome.contract", "99"));
        ObjectReference broken = decisions.publish(TinyModel.named("broken weights")
                .with(
                        "astrochrome.selftest",
                        "{\"rule\":\"lattice-1\",\"side\":64,\"tolerance\":0.005,"
                                + "\"expected\":[{\"x\":5,\"y\":5,\"a\":0.9,\"b\":-0.9}]}"));

        assertThat(ruleOf(altered)).isEqualTo("altered");
        assertThat(ruleOf(unknown)).isEqualTo("contract");
        assertThat(ruleOf(broken)).isEqualTo("self-test");

        send("after bad models", 1);
        assertThat(coloured("after bad models", 1).get(0).modelId()).isEqualTo(good.sha256());
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("astrochrome_models_refused_total{alias=\"champion\",rule=\"self-test\"}");
        given().get("/model").then().body("refused.modelId", hasItem(broken.sha256()));
    }

    private String ruleOf(ObjectReference model) {
        decisions.champion(model);
        awaitThat("the model is refused", () -> refusal(model) != null);
        return refusal(model).rule();
    }

    private Refusal refusal(ObjectReference model) {
        return rollout.refusals().stream()
                .filter(refusal -> refusal.modelId().equals(model.sha256()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void coloursAStableShareOfTheTargetsWithACanary() throws Exception {
        ObjectReference canary = decisions.publish(TinyModel.named("canary").slope(0.77f));
        decisions.challenger(canary, ChallengerMode.CANARY, 0.5);
        awaitThat("the canary is there", () -> isTried(ChallengerMode.CANARY));
        List<String> targets =
                IntStream.range(0, 8).mapToObj(i -> "canary target " + i).toList();
        for (int round = 0; round < 2; round++) {
            for (String target : targets) {
                send(target, round);
            }
        }

        for (String target : targets) {
            String expected = Challenger.isAmong(0.5, target) ? canary.sha256() : championId();
            assertThat(coloured(target, 2))
                    .extracting(FrameColorized::modelId)
                    .as(target)
                    .containsExactly(expected, expected);
        }
        assertThat(targets.stream().filter(target -> Challenger.isAmong(0.5, target)))
                .as("targets of the canary")
                .hasSizeBetween(1, 7);
    }

    @Test
    void setsAsideACanaryThatFailsAndColoursItsFramesWithTheChampion() throws Exception {
        ObjectReference canary =
                decisions.publish(TinyModel.named("brittle").slope(0.66f).brittle());
        ModelDecision onTrial = decisions.challenger(canary, ChallengerMode.CANARY, 1.0);
        awaitThat("the canary is there", () -> isTried(ChallengerMode.CANARY));
        for (int i = 0; i < 5; i++) {
            send("brittle target", i);
        }

        assertThat(coloured("brittle target", 5))
                .extracting(FrameColorized::modelId)
                .containsOnly(championId());
        ModelDecision withdrawal = EventCodec.fromJson(
                servers.topics()
                        .await(Topics.MODEL_DECISIONS, 1, record -> new String(record.value(), StandardCharsets.UTF_8)
                                .contains(onTrial.decisionId() + "-withdrawn"))
                        .get(0)
                        .value(),
                ModelDecision.class);
        assertThat(withdrawal.kind()).isEqualTo(DecisionKind.WITHDRAWN);
        assertThat(withdrawal.alias()).isEqualTo(ModelDecision.CHALLENGER);
        assertThat(withdrawal.modelId()).isNull();
        assertThat(withdrawal.subjectModelId()).isEqualTo(canary.sha256());
        assertThat(withdrawal.reason()).contains("NaN");
        assertThat(isTried(ChallengerMode.CANARY)).isFalse();
        assertThat(servers.topics().readAll(Topics.deadLetter(Topics.LAB_TENSORS)))
                .extracting(ConsumerRecord::key)
                .doesNotContain("brittle target");
    }

    @Test
    void letsAChallengerColourUnseenAndShowsTheChampionAlone() throws Exception {
        TinyModel tried = TinyModel.named("tried").slope(0.55f);
        ObjectReference challenger = decisions.publish(tried);
        decisions.challenger(challenger, ChallengerMode.SHADOW, null);
        awaitThat("the challenger is there", () -> isTried(ChallengerMode.SHADOW));
        TestFrame frame = send("shadowed", 1);

        FrameTrial trial = EventCodec.frameTrial(servers.topics()
                .await(Topics.COLORIZED_SHADOW, "shadowed", 1)
                .get(0)
                .value());

        float lightness = HalfFloat.toFloat(frame.tensor().lightness()[777]);
        assertThat(trial.modelId()).isEqualTo(challenger.sha256());
        assertThat(trial.frame()).isEqualTo(frame.ingested());
        assertThat(HalfFloat.toFloat(trial.b()[777])).isCloseTo(tried.b(lightness), within(1e-3f));
        assertThat(coloured("shadowed", 1)).extracting(FrameColorized::modelId).containsExactly(championId());
        assertThat(servers.topics().readAll(Topics.COLORIZED))
                .filteredOn(record -> "shadowed".equals(record.key()))
                .hasSize(1);
        given().get("/model").then().body("challenger.modelId", equalTo(challenger.sha256()));
    }
}
