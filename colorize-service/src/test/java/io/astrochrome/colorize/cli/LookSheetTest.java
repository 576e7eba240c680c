package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookSheetTest {
    private static final TensorGrid GRID = new TensorGrid(500, 190, 64, 32, 50, 19);

    @TempDir
    private Path folder;

    private ColourModel load(TinyModel model) throws ModelRejectedException {
        return ColourModel.load(model.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    private static TensorPlanes planes() {
        float[] lightness = new float[GRID.pixels()];
        for (int i = 0; i < lightness.length; i++) {
            lightness[i] = i % GRID.width() / 64f - 0.5f;
        }
        return new TensorPlanes(GRID, HalfFloat.fromFloats(lightness), null, null);
    }

    @Test
    void showsTheFrameInEachLookSideBySideTheLikeliestAtTheLeft() throws Exception {
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            LookSheet sheet = LookSheet.of(model, planes(), Set.of(), 1);

            assertThat(sheet.names()).containsExactly("cold", "warm");
            assertThat(sheet.palette()).isEqualTo("look:cold+warm");
            LabImage picture = sheet.picture();
            assertThat(picture.width()).isEqualTo(2 * GRID.contentWidth());
            assertThat(picture.height()).isEqualTo(GRID.contentHeight());
            for (int y = 0; y < GRID.contentHeight(); y++) {
                for (int x = 0; x < GRID.contentWidth(); x++) {
                    int cold = y * picture.width() + x;
                    int warm = cold + GRID.contentWidth();
                    assertThat((double) picture.lStar()[cold]).isCloseTo(50 * (x / 64.0 + 0.5), within(1e-4));
                    assertThat(picture.lStar()[warm]).isEqualTo(picture.lStar()[cold]);
                    assertThat(picture.requireB()[cold]).as("at %d, %d", x, y).isLessThan(picture.requireB()[warm]);
                }
            }
        }
    }

    @Test
    void whatIsKnownOfTheFrameChangesWhichLookIsLikeliest() throws Exception {
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            assertThat(LookSheet.of(model, planes(), Set.of("comet"), 1).names())
                    .containsExactly("warm", "cold");
        }
    }

    @Test
    void isAsVividAsIsWanted() throws Exception {
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            LabImage plain = LookSheet.of(model, planes(), Set.of(), 1).picture();
            LabImage pale = LookSheet.of(model, planes(), Set.of(), 0.25f).picture();

            int warm = GRID.contentWidth() + 10;
            assertThat(pale.requireA()[warm]).isCloseTo(0.25f * plain.requireA()[warm], within(1e-3f));
            assertThat(pale.lStar()).isEqualTo(plain.lStar());
        }
    }

    @Test
    void ofAModelWithoutLooksThereIsNone() throws Exception {
        try (ColourModel model = load(TinyModel.named("plain"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LookSheet.of(model, planes(), Set.of(), 1))
                    .withMessage("the model plain offers no looks");
        }
    }
}
