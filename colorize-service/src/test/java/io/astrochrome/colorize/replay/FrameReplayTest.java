package io.astrochrome.colorize.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.stream.TestFrame;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReplayTest {
    private static final Set<Purpose> LIVE = Set.of(Purpose.LIVE);

    /** Values of a palette with a presence flag, as models of the project take it. */
    private static final int PALETTE_WIDTH = 28;

    @TempDir
    private static Path folder;

    private static StreamServers servers;
    private static MinioObjectStore store;
    private static ColourModel model;

    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
        model = ColourModel.load(
                TinyModel.named("another").slope(0.8f).write(folder.resolve("another.onnx")), SessionSettings.cpu(1));
    }

    @AfterAll
    static void stop() {
        model.close();
        store.close();
        servers.close();
    }

    private static TestFrame send(String target, int seed) {
        return send(TestFrame.live(store, target, seed, 96, 64));
    }

    private static TestFrame send(TestFrame frame) {
        servers.topics().write(Topics.LAB_TENSORS, frame.target(), frame.bytes());
        return frame;
    }

    private static KafkaClients clients() {
        return new KafkaClients(TopicClient.REPLAY, Map.of("bootstrap.servers", servers.bootstrapServers()));
    }

    private ReplayFigures replay(ReplaySpan span, Path output) throws Exception {
        KafkaClients clients = clients();
        try (ReplaySink pictures = new ReplayFolder(output, store, new FramePictures(PictureSettings.DEFAULT));
                ReplaySink topic = new ReplayTopic(clients, "second look")) {
            return new FrameReplay(
                            clients,
                            model,
                            PaletteChooser.ofReplay(store, folder),
                            List.of(pictures, topic),
                            new Watch())
                    .run(span);
        }
    }

    /** Keeps what is refused. */
    private final class Watch implements ReplayWatch {
        @Override
        public void begins(long records) {
            assertThat(records).isPositive();
        }

        @Override
        public void passed() {
            // counted by the replay's figures
        }

        @Override
        public void coloured(FrameIngested frame) {
            // counted by the replay's figures
        }

        @Override
        public void refused(String name, String reason) {
            refused.add(name + ": " + reason);
        }
    }

    private static ReplaySpan of(String target) {
        return new ReplaySpan(null, null, Map.of(), Set.of(target), LIVE);
    }

    @Test
    void coloursATargetsFramesIntoAFolderAndASideTopicAlone() throws Exception {
        TestFrame first = send("NGC 1/../x", 1);
        TestFrame second = send("NGC 1/../x", 2);
        send("NGC 1/../x", 2);
        send("NGC 2", 1);

        ReplayFigures figures = replay(of("NGC 1/../x"), folder.resolve("out"));

        assertThat(figures.coloured()).isEqualTo(2);
        assertThat(figures.refused()).isZero();
        Path pictures = folder.resolve("out").resolve("NGC 1_.._x");
        for (TestFrame frame : List.of(first, second)) {
            String stem = frame.ingested().fileName().replace(".fits", "") + "-"
                    + frame.id().substring(0, 8);
            assertThat(pictures.resolve(stem + ".png")).isNotEmptyFile();
            assertThat(pictures.resolve(stem + ".jpg")).isNotEmptyFile();
            assertThat(pictures.resolve(stem + ".fits")).isNotEmptyFile();
        }
        List<FrameTrial> trials = new ArrayList<>();
        for (var record : servers.topics().await(Topics.COLORIZED_REPLAY, "NGC 1/../x", 2)) {
            trials.add(EventCodec.frameTrial(record.value()));
        }
        assertThat(trials).extracting(FrameTrial::modelId).containsOnly(model.modelId());
        assertThat(trials).extracting(FrameTrial::occasion).containsOnly("second look");
        assertThat(servers.topics().readAll(Topics.COLORIZED)).isEmpty();
        try (var objects = store.list("colorized/")) {
            assertThat(objects).isEmpty();
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    void takesASpanOfTimeOrOfOffsets() throws Exception {
        send("spans", 1);
        long first =
                servers.topics().await(Topics.LAB_TENSORS, "spans", 1).get(0).timestamp();
        await().until(() -> System.currentTimeMillis() > first);
        send("spans", 2);
        send("spans", 3);
        var records = servers.topics().await(Topics.LAB_TENSORS, "spans", 3);
        Instant between = Instant.ofEpochMilli(records.get(1).timestamp());
        var last =
                new ReplaySpan.Offsets(records.get(2).offset(), records.get(2).offset());

        assertThat(replay(new ReplaySpan(between, null, Map.of(), Set.of("spans"), LIVE), folder.resolve("late"))
                        .coloured())
                .isEqualTo(2);
        assertThat(replay(new ReplaySpan(null, between, Map.of(), Set.of("spans"), LIVE), folder.resolve("early"))
                        .coloured())
                .isEqualTo(1);
        assertThat(replay(
                                new ReplaySpan(
                                        null, null, Map.of(records.get(2).partition(), last), Set.of("spans"), LIVE),
                                folder.resolve("last"))
                        .coloured())
                .isEqualTo(1);
    }

    @Test
    void steersEachFrameAsItWasAndLeavesTheLiveStreamsPalettesAlone() throws Exception {
        send("steered", 1);
        send(TestFrame.live(store, "steered", 2, 64, 64).inColour(40, 10));
        send("steered", 3);
        send(TestFrame.live(store, "steered", 4, 64, 64).asking("sho"));
        Path file = TinyModel.named("guided").palette(PALETTE_WIDTH).write(folder.resolve("guided.onnx"));
        List<String> palettes = new ArrayList<>();

        try (ColourModel guided = ColourModel.load(file, SessionSettings.cpu(1))) {
            new FrameReplay(
                            clients(),
                            guided,
                            PaletteChooser.ofReplay(store, folder),
                            List.of(frame -> palettes.add(frame.palette())),
                            new Watch())
                    .run(of("steered"));
        }

        assertThat(palettes).containsExactly(null, null, "target", "sho");
        assertThat(store.stat(ObjectKeys.palette("steered"))).isEmpty();
    }

    @Test
    void tellsWhatCannotBeColouredAndGoesOn() throws Exception {
        TestFrame gone = send("faults", 1);
        store.delete(gone.tensor().luminance().key());
        servers.topics().write(Topics.LAB_TENSORS, "faults", "no tensor".getBytes(StandardCharsets.UTF_8));
        send("faults", 2);

        ReplayFigures figures = replay(of("faults"), folder.resolve("faults"));

        assertThat(figures.coloured()).isEqualTo(1);
        assertThat(refused)
                .anySatisfy(line -> assertThat(line).contains("frame-1.fits").contains("luminance"))
                .anySatisfy(line -> assertThat(line).contains("not a LabTensor"));
    }

    @Test
    void findsAModelByTheBeginningOfItsIdOrByItsFile() throws Exception {
        Path file = TinyModel.named("stored").slope(0.35f).write(folder.resolve("stored.onnx"));
        String id = Sha256.of(file);
        store.put(ObjectKeys.model(id), file, "application/octet-stream");
        Files.delete(file);
        StoredModels models = new StoredModels(store);

        try (ColourModel byId = models.load(id.substring(0, 10), SessionSettings.cpu(1));
                ColourModel byFile = models.load(folder.resolve("another.onnx").toString(), SessionSettings.cpu(1))) {
            assertThat(byId.metadata().name()).isEqualTo("stored");
            assertThat(byFile.modelId()).isEqualTo(model.modelId());
        }
        assertThatThrownBy(() -> models.load("00000000", SessionSettings.cpu(1)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no such model");
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        Instant now = Instant.now();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySpan(now, now.minusSeconds(1), Map.of(), Set.of(), LIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReplaySpan.Offsets(7, 3));
    }
}
