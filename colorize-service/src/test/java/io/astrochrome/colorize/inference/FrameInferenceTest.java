package io.astrochrome.colorize.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.stream.TestFrame;
import io.astrochrome.events.LabTensor;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameInferenceTest {
    private static StreamServers servers;
    private static MinioObjectStore store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    private static LabTensor frame(String target) {
        return TestFrame.live(store, target, 1, 64, 64).tensor();
    }

    @Test
    void aFrameOfWhichMoreIsKnownIsGivenTheLookThatSuitsIt() throws Exception {
        LabTensor galaxy = frame("M 31");
        LabTensor comet = frame("C/2023 A3");
        LabTensor field = frame("field");
        LabTensor hydrogen = new LabTensor(
                field.frame().withLabel("filter", "H-alpha"),
                field.geometry(),
                field.stretch(),
                field.luminance(),
                field.preparedAt(),
                field.lightness(),
                null,
                null);
        Path file = TinyModel.named("looking").looks().write(folder.resolve("tiny.onnx"));
        try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
            List<ColouredFrame> coloured = FrameInference.colour(model, List.of(galaxy, comet, field, hydrogen));

            assertThat(coloured)
                    .extracting(ColouredFrame::palette)
                    .containsExactly("look:cold", "look:warm", "look:cold", "look:warm");
            assertThat(coloured.get(1).b()[0]).isGreaterThan(coloured.get(0).b()[0]);
            Guidance warm = Guidance.of(model.look("warm").orElseThrow());
            ColouredFrame asked =
                    FrameInference.colour(model, List.of(comet), List.of(warm)).get(0);
            assertThat(coloured.get(1).b()).as("as if it had been asked for").isEqualTo(asked.b());
            Guidance cold = Guidance.of(model.look("cold").orElseThrow());
            assertThat(FrameInference.colour(model, List.of(comet), List.of(cold))
                            .get(0)
                            .palette())
                    .as("what is asked for is given")
                    .isEqualTo("look:cold");
        }
    }
}
