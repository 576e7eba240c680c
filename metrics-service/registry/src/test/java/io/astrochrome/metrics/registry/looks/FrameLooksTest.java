package io.astrochrome.metrics.registry.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.LabTensor;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLooksTest {
    @TempDir
    private Path folder;

    private final LabTensor tensor = SampleFrame.of("m 1", "one.png", 1).tensor();

    private ColourModel load(TinyModel model) throws Exception {
        return ColourModel.load(model.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    @Test
    void theLikeliestLookComesFirstAndEachHasItsOwnColoursAndTheFramesLightness() throws Exception {
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            List<LookedFrame.OfLook> looks = FrameLooks.looks(model, tensor);

            assertThat(looks).extracting(LookedFrame.OfLook::name).containsExactly("cold", "warm");
            assertThat(looks.get(0).likelihood()).isGreaterThan(looks.get(1).likelihood());
            assertThat(looks.get(0).picture().b()[0])
                    .isLessThan(looks.get(1).picture().b()[0]);
            assertThat(looks.get(0).picture().lStar())
                    .containsExactly(TensorPicture.of(tensor).lStar());
        }
    }

    @Test
    void whatIsKnownOfAFrameChangesTheirOrder() throws Exception {
        LabTensor comet = new LabTensor(
                tensor.frame().withLabel("class", "comet"),
                tensor.geometry(),
                tensor.stretch(),
                tensor.luminance(),
                tensor.preparedAt(),
                tensor.lightness(),
                tensor.a(),
                tensor.b());
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            assertThat(FrameLooks.looks(model, comet))
                    .extracting(LookedFrame.OfLook::name)
                    .containsExactly("warm", "cold");
        }
    }

    @Test
    void aModelWithoutLooksOffersNone() throws Exception {
        try (ColourModel model = load(TinyModel.named("plain").palette(28))) {
            assertThat(FrameLooks.looks(model, tensor)).isEmpty();
        }
    }
}
