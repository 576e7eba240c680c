package io.astrochrome.metrics.registry.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.scoring.ScoringConfig;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.StoreSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedModelsTest {
    @TempDir
    private Path folder;

    private EmbeddedStore server;
    private MinioObjectStore store;
    private FetchedModels files;

    private record Config(Path stateDirectory, int rememberedFrames) implements ScoringConfig {}

    @BeforeEach
    void start() {
        server = new EmbeddedStore(folder.resolve("store"), 0, "access", "secret");
        store = new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"));
        store.ensureBucket();
        files = new FetchedModels(new Config(folder.resolve("state"), 10), store);
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        server.close();
    }

    private ObjectReference published() {
        return store.put(
                "models/tiny.onnx", TinyModel.named("tiny").write(folder.resolve("tiny.onnx")), "application/onnx");
    }

    private void assertNothingIsLeft() {
        assertThat(files.folder()).isEqualTo(folder.resolve("state").resolve("gate"));
        assertThat(files.folder()).isEmptyDirectory();
    }

    @Test
    void aModelIsLoadedAndItsFileIsGone() throws Exception {
        ObjectReference model = published();

        try (ColourModel loaded = files.load(model, 1)) {
            assertThat(loaded.modelId()).isEqualTo(model.sha256());
            assertThat(loaded.metadata().name()).isEqualTo("tiny");
            assertNothingIsLeft();
        }
    }

    @Test
    void theSameModelMayBeLoadedTwiceAtATime() throws Exception {
        ObjectReference model = published();

        try (ColourModel one = files.load(model, 1);
                ColourModel other = files.load(model, 1)) {
            assertThat(one.modelId()).isEqualTo(other.modelId());
        }
    }

    @Test
    void ofAFileThatIsNotTheOneThatWasPublishedNothingIsRunAndNothingIsLeft() {
        ObjectReference model = published();
        store.put(model.key(), new byte[(int) model.sizeBytes()], "application/onnx");

        assertThatThrownBy(() -> files.load(model, 1)).isInstanceOf(ObjectAlteredException.class);
        assertNothingIsLeft();
    }

    @Test
    void aFileThatIsGoneIsToldAsSuch() {
        ObjectReference model = published();
        store.delete(model.key());

        assertThatThrownBy(() -> files.load(model, 1)).isInstanceOf(ObjectMissingException.class);
        assertNothingIsLeft();
    }

    @Test
    void whatIsNoModelIsRejectedAndCalledAsPeopleCallIt() {
        ObjectReference text = store.put("models/text.onnx", "no model".getBytes(UTF_8), "application/onnx");

        assertThatThrownBy(() -> files.load(text, 1))
                .isInstanceOf(ModelRejectedException.class)
                .hasMessageNotContaining(folder.toString())
                .hasMessageContaining(SampleFrame.sha256("no model").substring(0, 12));
        assertNothingIsLeft();
    }
}
