package io.astrochrome.colorize.model.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.rollout.ModelDescription.Refusal;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.meters.Meters;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.model.TinyModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the service on one growing log: what was decided while it was down, or before it crashed, is obeyed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionFeedTest {
    private static final SessionSettings SESSION = SessionSettings.cpu(1);

    @TempDir
    private static Path folder;

    private static StreamServers servers;
    private static MinioObjectStore store;
    private static TestDecisions decisions;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
        decisions = new TestDecisions(servers.bootstrapServers(), store);
    }

    @AfterAll
    static void stop() {
        decisions.close();
        store.close();
        servers.close();
    }

    /** One start of the service, until the decisions on the log are obeyed. */
    private final class Run implements AutoCloseable {
        final ServedModels models;
        final ModelRollout rollout;
        final DecisionFeed feed;

        Run() throws Exception {
            Path file = TinyModel.named("shipped").write(folder.resolve("shipped.onnx"));
            models = new ServedModels(ColourModel.load(file, SESSION));
            rollout = new ModelRollout(
                    new ModelLoader(store, folder, file),
                    models,
                    new ChallengerWatch(3, 3),
                    new ModelMeters(new Meters(registry)),
                    SESSION);
            feed = new DecisionFeed(
                    new KafkaClients(TopicClient.COLORIZE, Map.of("bootstrap.servers", servers.bootstrapServers())),
                    rollout);
            feed.start();
        }

        Run settled() throws InterruptedException {
            feed.awaitSettled();
            return this;
        }

        String champion() {
            try (ModelLease lease = models.champion()) {
                return lease.model().metadata().name();
            }
        }

        @Override
        public void close() {
            feed.close();
            models.close();
        }
    }

    @Test
    @Order(1)
    void coloursWithTheShippedModelWhereNothingIsDecided() throws Exception {
        try (Run run = new Run().settled()) {
            assertThat(run.champion()).isEqualTo("shipped");
            assertThat(run.rollout.refusals()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void obeysAtStartWhatWasDecidedBeforeACrashCouldSwap() throws Exception {
        decisions.champion(decisions.publish(TinyModel.named("earlier").slope(0.3f)));
        servers.topics().write(Topics.MODEL_DECISIONS, "champion", "poison".getBytes(StandardCharsets.UTF_8));
        decisions.champion(decisions.publish(TinyModel.named("newest").slope(0.4f)));
        decisions.challenger(decisions.publish(TinyModel.named("tried").slope(0.6f)), ChallengerMode.SHADOW, null);

        try (Run run = new Run().settled();
                Challenger challenger = run.models.challenger().orElseThrow()) {
            assertThat(run.champion()).isEqualTo("newest");
            assertThat(challenger.model().metadata().name()).isEqualTo("tried");
            assertThat(challenger.mode()).isEqualTo(ChallengerMode.SHADOW);
        }
    }

    @Test
    @Order(3)
    void fallsBackToTheNewestChampionThatCanBeUsedAndSaysSoOnce() throws Exception {
        ObjectReference gone = decisions.publish(TinyModel.named("gone").slope(0.7f));
        store.delete(gone.key());
        decisions.champion(gone);

        try (Run run = new Run().settled()) {
            assertThat(run.champion()).isEqualTo("newest");
            assertThat(run.rollout.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.modelId()).isEqualTo(gone.sha256());
                assertThat(refusal.rule()).isEqualTo("missing");
            });
        }
        assertThat(registry.get("astrochrome.models.refused")
                        .tags("alias", "champion", "rule", "missing")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void waitsForTheStoreInsteadOfColouringWithAnotherModel() throws Exception {
        decisions.champion(decisions.publish(TinyModel.named("behind the store").slope(0.8f)));
        servers.stopStore();
        try (Run run = new Run()) {
            Thread settling = new Thread(() -> {
                try {
                    run.feed.awaitSettled();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            settling.start();
            settling.join(TimeUnit.SECONDS.toMillis(2));
            assertThat(settling.isAlive()).as("frames wait").isTrue();

            servers.startStore();
            run.settled();

            assertThat(run.champion()).isEqualTo("behind the store");
            assertThat(run.rollout.refusals()).extracting(Refusal::rule).doesNotContain("altered");
        }
    }

    @Test
    @Order(5)
    void doesNotFallBackToAModelThatWasRolledBack() throws Exception {
        ObjectReference before = decisions.publish(TinyModel.named("before").slope(0.9f));
        decisions.champion(before);
        decisions.champion(decisions.publish(TinyModel.named("rolled back").slope(1.1f)));
        decisions.rollBack(before);
        store.delete(before.key());

        try (Run run = new Run().settled()) {
            assertThat(run.champion()).isEqualTo("behind the store");
        }
    }

    @Test
    @Order(6)
    void coloursWithTheShippedModelRatherThanWithOneThatWasRolledBack() throws Exception {
        try (Run run = new Run().settled()) {
            run.feed.close();
            ModelHistory history = new ModelHistory();
            ObjectReference worse = decisions.publish(TinyModel.named("worse").slope(1.2f));
            history.add(decisions.champion(worse));
            run.rollout.obey(history);
            assertThat(run.champion()).isEqualTo("worse");

            ObjectReference gone =
                    decisions.publish(TinyModel.named("gone as well").slope(1.3f));
            store.delete(gone.key());
            history.add(decisions.rollBack(gone));
            run.rollout.obey(history);

            assertThat(run.champion()).isEqualTo("shipped");
        }
    }
}
