package io.astrochrome.colorize.model.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.meters.Meters;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreSettings;
import io.astrochrome.testkit.model.TinyModel;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {
    private static final SessionSettings SESSION = SessionSettings.cpu(1);

    @TempDir
    private static Path stored;

    private static EmbeddedStore server;
    private static MinioObjectStore store;

    @TempDir
    private Path folder;

    private Path scratch;
    private Path shipped;
    private ModelLoader loader;

    @BeforeAll
    static void start() {
        server = new EmbeddedStore(stored, 0, "access", "secret");
        store = new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"));
        store.ensureBucket();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
        server.close();
    }

    @BeforeEach
    void ship() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        shipped = TinyModel.named("shipped").write(folder.resolve("shipped.onnx"));
        loader = new ModelLoader(store, scratch, shipped);
    }

    private ObjectReference published(TinyModel model) {
        Path file = model.write(folder.resolve("published.onnx"));
        return store.put("models/" + Sha256.of(file) + ".onnx", file, "application/onnx");
    }

    private String loaded(ObjectReference object) {
        ModelLoader.Outcome outcome = loader.load(object, SESSION);
        assertThat(outcome).isInstanceOf(ModelLoader.Loaded.class);
        try (ColourModel model = ((ModelLoader.Loaded) outcome).model()) {
            assertThat(scratch).as("its file is gone").isEmptyDirectory();
            return model.metadata().name();
        }
    }

    private ModelLoader.Refused refused(ObjectReference object) {
        ModelLoader.Outcome outcome = loader.load(object, SESSION);
        assertThat(scratch).as("nothing is left").isEmptyDirectory();
        assertThat(outcome).isInstanceOf(ModelLoader.Refused.class);
        return (ModelLoader.Refused) outcome;
    }

    @Test
    void theShippedModelIsLoadedFromItsOwnFileAlsoWhereTheStoreHasItsName() {
        ObjectReference same = new ObjectReference("astrochrome", "models/gone", 1, loader.shippedId());

        assertThat(loader.shippedId()).isEqualTo(Sha256.of(shipped));
        assertThat(loaded(null)).isEqualTo("shipped");
        assertThat(loaded(same)).isEqualTo("shipped");
        assertThat(shipped).exists();
    }

    @Test
    void anotherModelIsLoadedFromTheStore() {
        assertThat(loaded(published(TinyModel.named("another").slope(0.3f)))).isEqualTo("another");
    }

    @Test
    void aModelThatIsGoneOrAlteredIsRefusedAsSuch() {
        ObjectReference gone = published(TinyModel.named("gone").slope(0.31f));
        store.delete(gone.key());
        ObjectReference altered = published(TinyModel.named("altered").slope(0.32f));
        store.put(altered.key(), new byte[(int) altered.sizeBytes()], "application/onnx");

        assertThat(refused(gone).rule()).isEqualTo("missing");
        assertThat(refused(altered).rule()).isEqualTo("altered");
    }

    @Test
    void aModelThatBreaksTheContractIsRefusedByTheNameOfTheCheck() {
        ModelLoader.Refused failsItsTest = refused(published(TinyModel.named("liar")
                .with(
                        "astrochrome.selftest",
                        "{\"rule\":\"lattice-1\",\"side\":64,\"tolerance\":0.005,"
                                + "\"expected\":[{\"x\":5,\"y\":5,\"a\":0.9,\"b\":-0.9}]}")));
        ModelLoader.Refused fixed = refused(published(TinyModel.named("fixed").fixedSide(64)));

        assertThat(failsItsTest.rule()).isEqualTo("self-test");
        assertThat(failsItsTest.reason()).isNotBlank();
        assertThat(fixed.rule()).matches("[a-z]+(-[a-z]+)*").isNotEqualTo("self-test");
    }

    @Test
    void whatIsNoModelAtAllIsRefused() {
        byte[] text = "no model".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(store.put("models/text.onnx", text, "application/onnx"))
                        .rule())
                .matches("[a-z]+(-[a-z]+)*");
    }

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double counted(String name, String... tags) {
        return registry.get("astrochrome." + name).tags(tags).counter().count();
    }

    @Test
    void metersBeginAtZeroSoThatTheFirstOfAKindIsSeen() {
        ModelMeters meters = new ModelMeters(new Meters(registry));

        for (String alias : new String[] {"champion", "challenger"}) {
            assertThat(counted("model.swaps", "alias", alias)).isZero();
        }
        for (String mode : new String[] {"shadow", "canary"}) {
            assertThat(counted("challenger.frames", "mode", mode, "outcome", "failed"))
                    .isZero();
        }
        assertThat(counted("challengers.withdrawn")).isZero();

        meters.swapped(ModelDecision.CHAMPION, Instant.now());
        meters.tried(ChallengerMode.CANARY, "failed");
        meters.withdrawn();
        meters.refused(ModelDecision.CHALLENGER, "self-test");

        assertThat(counted("model.swaps", "alias", "champion")).isEqualTo(1);
        assertThat(counted("model.swaps", "alias", "challenger")).isZero();
        assertThat(counted("challenger.frames", "mode", "canary", "outcome", "failed"))
                .isEqualTo(1);
        assertThat(counted("challengers.withdrawn")).isEqualTo(1);
        assertThat(counted("models.refused", "alias", "challenger", "rule", "self-test"))
                .isEqualTo(1);
    }

    @Test
    void metersShowTheModelsThatAreLoadedNowAndNoOthers() throws Exception {
        ModelMeters meters = new ModelMeters(new Meters(registry));
        try (ColourModel one = ColourModel.load(shipped, SESSION);
                ColourModel other =
                        ColourModel.load(TinyModel.named("tried").write(folder.resolve("tried.onnx")), SESSION)) {
            meters.loaded(one, other);
            assertThat(registry.find("astrochrome.model.info").gauges()).hasSize(2);

            meters.loaded(other, null);

            assertThat(registry.find("astrochrome.model.info").gauges())
                    .singleElement()
                    .satisfies(gauge -> assertThat(gauge.getId().getTags())
                            .contains(Tag.of("alias", "champion"), Tag.of("name", "tried")));
        }
    }
}
