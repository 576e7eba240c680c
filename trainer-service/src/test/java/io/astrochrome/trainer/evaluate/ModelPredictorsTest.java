package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.quality.Ciede2000;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.predict.BestLookPredictor;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.GreyPredictor;
import io.astrochrome.trainer.evaluate.predict.KnownClassPredictor;
import io.astrochrome.trainer.evaluate.predict.LabelledPredictor;
import io.astrochrome.trainer.evaluate.predict.ModelPredictor;
import io.astrochrome.trainer.evaluate.predict.NeighbourPalette;
import io.astrochrome.trainer.evaluate.predict.PaletteChoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictors of a model whose answers anybody can work out. */
class ModelPredictorsTest {
    private static final EvaluationCrop CROP = new EvaluationCrop(32);
    private static final TinyModel TINY = TinyModel.named("tiny").looks();

    @TempDir
    private Path folder;

    private ColourModel model;
    private PictureSet pictures;
    private TrainingPicture picture;
    private NormalisedLab crop;

    @BeforeEach
    void load() throws Exception {
        model = ColourModel.load(TINY.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
        pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 0, 4);
        picture = pictures.pictures().get(0);
        crop = CROP.of(picture.planes());
    }

    @AfterEach
    void close() {
        model.close();
    }

    private Look look(String name) {
        return model.look(name).orElseThrow();
    }

    private TrainingPicture ofClass(String category) {
        return new TrainingPicture(
                picture.id(),
                picture.name(),
                picture.purpose(),
                picture.group(),
                category,
                picture.geometry(),
                picture.lightness(),
                picture.a(),
                picture.b());
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }

    /** b of a pixel in a look that adds so much before tanh, and is so vivid. */
    private static double b(float l, double more, double vividness) {
        return Math.max(-1, Math.min(1, vividness * Math.tanh(atanh(TINY.b(l)) + more)));
    }

    private void assertB(Chroma chroma, double more, double vividness) {
        for (int i = 0; i < crop.l().length; i += 37) {
            assertThat((double) chroma.b()[i]).isEqualTo(b(crop.l()[i], more, vividness), within(1e-4));
        }
    }

    @Test
    void aLookIsAskedForByItsPaletteAndIsAsVividAsItSays() {
        ModelPredictor warm = new ModelPredictor(model, new PaletteChoice.OfLook(look("warm")));
        ModelPredictor cold = new ModelPredictor(model, new PaletteChoice.OfLook(look("cold")));

        assertThat(warm.name()).isEqualTo("tiny, look warm");
        assertB(warm.predict(picture, crop), 0.5, 1);
        assertB(cold.predict(picture, crop), -0.5, 2);
        assertThat(warm.seesStructure()).isFalse();
    }

    @Test
    void withoutAPaletteTheModelChooses() {
        ModelPredictor own = new ModelPredictor(model);
        Chroma chroma = own.predict(picture, crop);

        assertThat(own.name()).isEqualTo("tiny");
        assertThat(own.seesStructure()).isTrue();
        assertB(chroma, 0, 1);
        for (int i = 0; i < crop.l().length; i += 37) {
            assertThat(chroma.a()[i]).isEqualTo(TINY.a(crop.l()[i]), within(1e-4f));
        }
    }

    @Test
    void aPictureThatIsAloneInItsGroupIsLeftToTheModel() {
        for (PaletteTrust trust : PaletteTrust.values()) {
            ModelPredictor neighbour = new ModelPredictor(model, new NeighbourPalette(pictures, trust));

            assertB(neighbour.predict(picture, crop), 0, 1);
        }
    }

    @Test
    void eachPaletteHasALabelOfItsOwn() {
        assertThat(List.of(
                        new PaletteChoice.None().label(),
                        new PaletteChoice.Own().label(),
                        new PaletteChoice.OfLook(look("warm")).label(),
                        new NeighbourPalette(pictures, PaletteTrust.KINDRED).label(),
                        new NeighbourPalette(pictures, PaletteTrust.CERTAIN).label()))
                .containsExactly(
                        "", ", own palette", ", look warm", ", neighbour's palette", ", neighbour's palette, followed");
    }

    @Test
    void whereTheClassIsKnownTheLookThatSuitsItIsTaken() {
        KnownClassPredictor known = new KnownClassPredictor(model);
        TrainingPicture comet = ofClass("comet");

        assertThat(known.name()).isEqualTo("tiny, class known");
        assertB(known.predict(picture, crop), -0.5, 2); // cold is the likelier one
        assertB(known.predict(comet, crop), 0.5, 1); // warm suits comets
        assertB(known.predict(ofClass(""), crop), -0.5, 2);
    }

    @Test
    void theBestOfTheLooksIsTheOneNearestToTheTruth() {
        BestLookPredictor best = new BestLookPredictor(model, model.looks(), 6);

        assertThat(best.name()).as("there are but two").isEqualTo("tiny, best of 2 looks");
        assertB(best.predict(picture, crop), 0.5, 1);

        NormalisedLab blue = NormalisedLab.ofSize(32, 32);
        System.arraycopy(crop.l(), 0, blue.l(), 0, blue.l().length);
        java.util.Arrays.fill(blue.b(), -0.4f);
        assertB(best.predict(picture, blue), -0.5, 2);
    }

    @Test
    void ofOneClickOnlyTheLikeliestLookIsThere() {
        BestLookPredictor one = new BestLookPredictor(model, model.looks(), 1);

        assertThat(one.name()).isEqualTo("tiny, best of 1 looks");
        assertB(one.predict(picture, crop), -0.5, 2);
    }

    @Test
    void anotherLabelChangesNothingElse() {
        LabelledPredictor labelled = new LabelledPredictor("mine", new ModelPredictor(model));

        assertThat(labelled.name()).isEqualTo("mine");
        assertThat(labelled.seesStructure()).isTrue();
        assertB(labelled.predict(picture, crop), 0, 1);
        assertThat(new LabelledPredictor("grey", new GreyPredictor()).seesStructure())
                .isFalse();
    }

    @Test
    void looksDifferByTheMeanOfTheirPixelsOnObjects() {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < crop.l().length; i += 7) {
            double lStar = 50 * (crop.l()[i] + 1.0);
            if (lStar >= 25) {
                double a = 110 * TINY.a(crop.l()[i]);
                sum += Ciede2000.difference(
                        lStar,
                        a,
                        110 * b(crop.l()[i], 0.5, 1),
                        lStar,
                        Math.max(-110, Math.min(110, 2 * a)),
                        110 * b(crop.l()[i], -0.5, 2));
                counted++;
            }
        }

        LookDifferences differences = LookDifferences.of(model, model.looks(), new PictureSet(List.of(picture)), CROP);

        assertThat(counted).isPositive();
        assertThat(differences.pairs()).hasSize(1);
        assertThat(differences.mean()).isEqualTo(sum / counted, within(0.01));
        assertThat(differences.sentence("tiny"))
                .startsWith("tiny: two looks differ by ")
                .contains("warm and cold by ");
    }

    @Test
    void thePairThatIsLeastApartComesFirst() {
        Look lukewarm = new Look("lukewarm", 1, look("warm").palette().clone());
        lukewarm.palette()[27] = 0.4f;
        LookDifferences differences =
                LookDifferences.of(model, List.of(look("warm"), look("cold"), lukewarm), pictures, CROP);

        assertThat(differences.pairs())
                .extracting(pair -> pair.one() + " " + pair.other())
                .containsExactly("warm lukewarm", "cold lukewarm", "warm cold");
        assertThat(differences.pairs())
                .extracting(LookDifferences.Pair::deltaE2000)
                .isSorted();
        assertThat(differences.mean())
                .isEqualTo(
                        differences.pairs().stream()
                                        .mapToDouble(LookDifferences.Pair::deltaE2000)
                                        .sum()
                                / 3,
                        within(1e-9));
    }

    @Test
    void withoutObjectsThereIsNothingToTellLooksApartBy() {
        assertThat(LookDifferences.of(model, model.looks(), new PictureSet(List.of()), CROP)
                        .mean())
                .isNaN();
    }
}
