package io.astrochrome.platform.prune;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.prune.PruneReport.Tally;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.StreamServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorePrunerTest {
    private static final String MODEL = Sha256.of("a model".getBytes(UTF_8));
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), MONTH.plusDays(1));

    private static StreamServers servers;
    private static KafkaClients clients;
    private static MinioObjectStore store;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        clients = new KafkaClients(TopicClient.PRUNE, Map.of("bootstrap.servers", servers.bootstrapServers()));
        store = new MinioObjectStore(servers.storeSettings());
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    @BeforeEach
    void empty() {
        store.ensureBucket();
        List<String> all = store.list("").toList();
        all.forEach(store::delete);
    }

    private static PruneReport prune(PruneRules rules, boolean deletes) throws InterruptedException {
        return new StorePruner(store, new LogReferences(clients), LATER).prune(rules, deletes);
    }

    private static PruneRules rules(Map<ObjectKind, Duration> more) {
        Map<ObjectKind, Duration> ages = new EnumMap<>(PruneRules.defaultAges());
        ages.putAll(more);
        return new PruneRules(ages, 0, false);
    }

    /** A frame that was taken in and coloured, as it lies in the store. */
    private static FrameIngested frame(String name, Purpose purpose) {
        String id = Sha256.of(name.getBytes(UTF_8));
        ObjectReference object = store.put(ObjectKeys.frame(id), name.getBytes(UTF_8), "image/fits");
        var frame = new FrameIngested(
                id, "M 51", object, "image/fits", name, purpose, "http", null, Instant.EPOCH, null, Map.of());
        store.put(ObjectKeys.ingested(id), EventCodec.toJson(frame), "application/json");
        store.put(picture(frame), "colours".getBytes(UTF_8), "image/png");
        store.put(ObjectKeys.luminance(id, MODEL), "light".getBytes(UTF_8), "image/fits");
        return frame;
    }

    private static String picture(FrameIngested frame) {
        return ObjectKeys.colorized(MODEL, frame.frameId(), "png");
    }

    private static boolean isThere(String key) {
        return store.stat(key).isPresent();
    }

    @Test
    void onlySaysWhatItWouldDeleteUntilItIsTold() throws InterruptedException {
        FrameIngested frame = frame("a", Purpose.LIVE);

        PruneReport said = prune(rules(Map.of()), false);

        assertThat(said.of(ObjectKind.COLORIZED, Verdict.GOES)).isEqualTo(new Tally(1, 7));
        assertThat(said.of(Verdict.GOES)).isEqualTo(new Tally(2, 12));
        assertThat(isThere(picture(frame))).isTrue();

        assertThat(prune(rules(Map.of()), true).of(Verdict.GOES)).isEqualTo(new Tally(2, 12));
        assertThat(isThere(picture(frame))).isFalse();
        assertThat(isThere(ObjectKeys.luminance(frame.frameId(), MODEL))).isFalse();
        assertThat(isThere(frame.object().key())).as("the frame as it came").isTrue();
    }

    @Test
    void keepsWhatIsYoung() throws InterruptedException {
        frame("b", Purpose.LIVE);

        PruneReport said = prune(rules(Map.of(ObjectKind.COLORIZED, Duration.ofDays(60))), true);

        assertThat(said.of(ObjectKind.COLORIZED, Verdict.YOUNG).objects()).isEqualTo(1);
        assertThat(said.of(ObjectKind.LUMINANCE, Verdict.GOES).objects()).isEqualTo(1);
    }

    @Test
    void keepsPinnedFramesAndThoseThatAreLearntFromOrMeasuredWith() throws InterruptedException {
        FrameIngested pinned = frame("c", Purpose.LIVE);
        FrameIngested train = frame("d", Purpose.TRAIN);
        FrameIngested validation = frame("e", Purpose.VALIDATION);
        FrameIngested unreadable = frame("f", Purpose.LIVE);
        store.put(ObjectKeys.pin(pinned.frameId()), new byte[0], "text/plain");
        store.put(ObjectKeys.ingested(unreadable.frameId()), "{".getBytes(UTF_8), "application/json");
        PruneRules rules = rules(Map.of(ObjectKind.FRAMES, MONTH));

        PruneReport said = prune(rules, true);

        assertThat(said.of(Verdict.GOES)).isEqualTo(Tally.NONE);
        assertThat(said.of(ObjectKind.FRAMES, Verdict.PINNED).objects()).isEqualTo(1);
        assertThat(said.of(ObjectKind.FRAMES, Verdict.MATERIAL).objects()).isEqualTo(3);
        assertThat(List.of(pinned, train, validation))
                .allSatisfy(frame -> assertThat(isThere(frame.object().key()) && isThere(picture(frame)))
                        .isTrue());
    }

    @Test
    void aFrameGoesWithItsMarkUnlessAStackHasIt() throws InterruptedException {
        FrameIngested single = frame("g", Purpose.LIVE);
        FrameIngested stacked = frame("h", Purpose.LIVE);
        String page = "{\"subs\":[{\"frame\":" + new String(EventCodec.toJson(stacked), UTF_8) + "}]}";
        store.put(ObjectKeys.nightPage("M 51", 0), page.getBytes(UTF_8), "application/json");
        store.put(ObjectKeys.model(MODEL), "weights".getBytes(UTF_8), "application/octet-stream");

        PruneReport said = prune(rules(Map.of(ObjectKind.FRAMES, MONTH)), true);

        assertThat(said.of(ObjectKind.FRAMES, Verdict.NEEDED).objects()).isEqualTo(1);
        assertThat(isThere(single.object().key())).isFalse();
        assertThat(isThere(ObjectKeys.ingested(single.frameId()))).isFalse();
        assertThat(isThere(stacked.object().key())).isTrue();
        assertThat(isThere(ObjectKeys.ingested(stacked.frameId()))).isTrue();
        assertThat(isThere(ObjectKeys.model(MODEL))).isTrue();
        assertThat(isThere(ObjectKeys.nightPage("M 51", 0))).isTrue();
    }

    @Test
    void ofANightOnlyTheStacksGo() throws InterruptedException {
        String stack = ObjectKeys.nightStack("M 51", "luminance", MODEL);
        for (String key : List.of(stack, ObjectKeys.nightPage("M 51", 0), ObjectKeys.nightSnapshot("M 51"))) {
            store.put(key, "{}".getBytes(UTF_8), "application/json");
        }

        PruneReport said = prune(rules(Map.of(ObjectKind.NIGHTS, MONTH)), true);

        assertThat(said.of(ObjectKind.NIGHTS, Verdict.GOES).objects()).isEqualTo(1);
        assertThat(isThere(stack)).isFalse();
        assertThat(isThere(ObjectKeys.nightPage("M 51", 0))).isTrue();
        assertThat(isThere(ObjectKeys.nightSnapshot("M 51"))).isTrue();
    }

    @Test
    void noExposureGoesWhereNobodyKnowsWhichAreStacked() throws InterruptedException {
        FrameIngested frame = frame("k", Purpose.LIVE);
        store.put(ObjectKeys.nightPage("M 51", 0), "{\"subs\":[".getBytes(UTF_8), "application/json");

        PruneReport said = prune(rules(Map.of(ObjectKind.FRAMES, MONTH)), true);

        assertThat(said.of(ObjectKind.FRAMES, Verdict.NEEDED).objects()).isEqualTo(1);
        assertThat(isThere(frame.object().key())).isTrue();
        assertThat(said.of(ObjectKind.COLORIZED, Verdict.GOES).objects())
                .as("but pictures do")
                .isEqualTo(1);
    }

    @Test
    void keepsWhatRecordsOnTheLogReferToUntilTheyAreHandled() throws Exception {
        FrameIngested waiting = frame("i", Purpose.LIVE);
        FrameIngested givenUp = frame("j", Purpose.LIVE);
        servers.topics().write(Topics.FRAMES, waiting.target(), EventCodec.toJson(waiting));
        servers.topics().write(Topics.deadLetter(Topics.FRAMES), givenUp.target(), EventCodec.toJson(givenUp));
        Map<ObjectKind, Duration> frames = Map.of(ObjectKind.FRAMES, MONTH);

        PruneReport said = prune(rules(frames), true);

        assertThat(said.of(ObjectKind.FRAMES, Verdict.NEEDED).objects()).isEqualTo(2);
        assertThat(prune(new PruneRules(frames, 0, true), true).of(ObjectKind.FRAMES, Verdict.NEEDED))
                .as("nothing is committed")
                .isEqualTo(said.of(ObjectKind.FRAMES, Verdict.NEEDED));

        commitAll("preprocess-service", Topics.FRAMES);
        assertThat(prune(new PruneRules(frames, 500, true), true).of(ObjectKind.FRAMES, Verdict.NEEDED))
                .as("the newest are shown")
                .isEqualTo(said.of(ObjectKind.FRAMES, Verdict.NEEDED));
        prune(new PruneRules(frames, 0, true), true);
        assertThat(isThere(waiting.object().key())).isFalse();
        assertThat(isThere(givenUp.object().key())).as("a dead letter's").isTrue();
    }

    private static void commitAll(String group, String topic) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        servers.topics()
                .readAll(topic)
                .forEach(record -> ends.put(
                        new TopicPartition(topic, record.partition()), new OffsetAndMetadata(record.offset() + 1)));
        try (Admin admin = clients.admin()) {
            admin.alterConsumerGroupOffsets(group, ends).all().get();
        }
    }

    @Test
    void keepsWhatWasWrittenAgainSinceItWasListed() throws InterruptedException {
        FrameIngested frame = frame("k", Purpose.LIVE);
        ObjectStore rewriting = new RewritingStore(store, picture(frame));

        PruneReport said = new StorePruner(rewriting, new LogReferences(clients), LATER).prune(rules(Map.of()), true);

        assertThat(said.of(ObjectKind.COLORIZED, Verdict.YOUNG).objects()).isEqualTo(1);
        assertThat(isThere(picture(frame))).isTrue();
    }

    @Test
    void refusesToPruneWhatCannotBeMadeAgain() {
        for (ObjectKind kind : List.of(ObjectKind.MODELS, ObjectKind.PALETTES, ObjectKind.INGESTED, ObjectKind.PINS)) {
            assertThatThrownBy(() -> rules(Map.of(kind, MONTH))).hasMessageContaining("never pruned");
        }
        assertThatThrownBy(() -> rules(Map.of(ObjectKind.COLORIZED, Duration.ZERO)))
                .hasMessageContaining("longer than nothing");
    }
}
