package io.astrochrome.colorize.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.Palettes;
import io.astrochrome.imaging.palette.Swatch;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidanceTest {
    /** The model's first look is warm, its second cold. */
    private static final float[] WARM_IS_LIKELIER = {0.6f, 0.4f};

    private static final float[] COLD_IS_LIKELIER = {0.3f, 0.7f};

    private static final Palette RED = new Palette("red", List.of(new Swatch(50, 60, 30, 1)));

    @TempDir
    private Path folder;

    private ColourModel load(TinyModel model) throws ModelRejectedException {
        return ColourModel.load(model.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    private ColourModel looking() throws ModelRejectedException {
        return load(TinyModel.named("looking").looks());
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, 8.01f, Float.NaN, Float.POSITIVE_INFINITY})
    void isNotMoreVividThanPaintNorLessThanGrey(float vividness) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guidance.NONE.timesVivid(vividness))
                .withMessageContaining("vividness");
    }

    @Test
    void mayBeAsVividAsTheMostVividLookTwice() {
        assertThat(new Guidance("look:x", new float[1], 4).timesVivid(2).vividness())
                .isEqualTo(Guidance.MOST_VIVID);
    }

    @Test
    void hasANameAndAVectorOrNeither() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Guidance("a name", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guidance(null, new float[1]));
    }

    @Test
    void withoutPlacesAPictureIsAsTheModelMadeIt() {
        LabImage made = new LabImage(1, 1, new float[] {50}, new float[] {10}, new float[] {-5});

        assertThat(Guidance.NONE.timesVivid(2).steer(made)).isSameAs(made);
    }

    @Test
    void whatIsRecordedIsWhatWasAskedForAndElseTheLikeliestLook() throws Exception {
        try (ColourModel model = looking()) {
            assertThat(Guidance.NONE.recorded(model, WARM_IS_LIKELIER)).isEqualTo("look:warm");
            assertThat(Guidance.NONE.recorded(model, COLD_IS_LIKELIER)).isEqualTo("look:cold");
            assertThat(Guidance.of(model.look("warm").orElseThrow()).recorded(model, COLD_IS_LIKELIER))
                    .isEqualTo("look:warm");
            assertThat(Guidance.NONE.recorded(model, new float[0]))
                    .as("a model without looks")
                    .isNull();
        }
    }

    @Test
    void aLookSuitsBetterOnlyWhereFactsChangeWhichIsLikeliestAndNothingWasAskedFor() throws Exception {
        Set<String> comet = Set.of("comet");
        try (ColourModel model = looking()) {
            Guidance pale = Guidance.NONE.timesVivid(0.5f);

            Guidance better = pale.suitsBetter(model, COLD_IS_LIKELIER, comet).orElseThrow();
            assertThat(better.name()).isEqualTo("look:warm");
            assertThat(better.vividness()).as("as vivid as was wanted").isCloseTo(0.5f, within(1e-6f));
            assertThat(pale.suitsBetter(model, COLD_IS_LIKELIER, Set.of())).isEmpty();
            assertThat(pale.suitsBetter(model, WARM_IS_LIKELIER, comet))
                    .as("it is the likeliest already")
                    .isEmpty();
            assertThat(Guidance.of(model.look("cold").orElseThrow()).suitsBetter(model, COLD_IS_LIKELIER, comet))
                    .as("it was asked for")
                    .isEmpty();
            assertThat(pale.suitsBetter(model, new float[0], comet)).isEmpty();
        }
    }

    @Test
    void aPaletteIsAVectorOfTheModelsWidthWeighedByHowFarItIsTrusted() throws Exception {
        try (ColourModel model = load(TinyModel.named("steered").palette(28))) {
            Guidance certain = Guidance.of("red", RED, PaletteTrust.CERTAIN, model);
            Guidance kindred = Guidance.of("red", RED, PaletteTrust.KINDRED, model);

            assertThat(certain.name()).isEqualTo("red");
            assertThat(certain.vector()).hasSize(28);
            assertThat(kindred.vector()).hasSize(28);
            for (int i = 0; i < 28; i++) {
                assertThat(kindred.vector()[i]).isCloseTo(0.2f * certain.vector()[i], within(1e-6f));
            }
            assertThat(certain.vector()).isNotEqualTo(new float[28]);
        }
    }

    @Test
    void onlyAPaletteThatIsCertainIsFollowedPlaceByPlace() throws Exception {
        LabImage picture = new LabImage(32, 32, new float[1024], new float[1024], new float[1024]);
        for (int i = 0; i < 1024; i++) {
            picture.lStar()[i] = i / 10.24f;
            picture.requireA()[i] = 30;
        }
        Palette palette = Palette.of("a picture", picture);
        try (ColourModel model = load(TinyModel.named("steered").palette(28))) {
            assertThat(Guidance.of("a picture", palette, PaletteTrust.CERTAIN, model)
                            .places())
                    .isNotNull();
            assertThat(Guidance.of("a picture", palette, PaletteTrust.KINDRED, model)
                            .places())
                    .isNull();
        }
    }

    @Test
    void aModelThatTakesNoPaletteIsNotSteered() throws Exception {
        try (ColourModel model = load(TinyModel.named("plain"))) {
            assertThat(Guidance.isFollowedBy(model)).isFalse();
            assertThat(Guidance.of("red", RED, model)).isEqualTo(Guidance.NONE);
        }
    }

    @Test
    void aPaletteOfALooksNameIsThatLook() throws Exception {
        try (ColourModel model = looking()) {
            Guidance guidance = Guidance.of("cold", RED, model);

            assertThat(guidance.name()).isEqualTo("look:cold");
            assertThat(guidance.vividness()).isEqualTo(2);
        }
    }

    @Test
    void whatIsChosenForAFrameIsAsTheModelThatColoursItTakesIt() throws Exception {
        ChosenPalette cold = ChosenPalette.look("look:cold*1.5", new PaletteRequest.Look("cold", 1.5f));
        ChosenPalette unknown = ChosenPalette.look("look:pink", new PaletteRequest.Look("pink", 1));
        ChosenPalette sho = new ChosenPalette("sho", Palettes.named("sho").orElseThrow(), PaletteTrust.CERTAIN);
        try (ColourModel model = looking()) {
            assertThat(cold.of(model).name()).isEqualTo("look:cold*1.5");
            assertThat(cold.of(model).vividness()).isEqualTo(3);
            assertThat(unknown.of(model)).as("a look that it does not offer").isEqualTo(Guidance.NONE);
            assertThat(sho.of(model).name()).isEqualTo("sho");
            assertThat(ChosenPalette.NONE.of(model)).isEqualTo(Guidance.NONE);
        }
    }

    @Test
    void aChosenPaletteIsWholeOrNone() {
        PaletteRequest.Look look = new PaletteRequest.Look("cold", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new ChosenPalette("red", RED, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChosenPalette("red", null, PaletteTrust.CERTAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChosenPalette(null, RED, PaletteTrust.CERTAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChosenPalette("red", null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChosenPalette(null, null, null, look));
    }
}
