package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import io.astrochrome.trainer.evaluate.predict.GreyPredictor;
import io.astrochrome.trainer.evaluate.predict.NeighbourPalette;
import io.astrochrome.trainer.evaluate.predict.PaletteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final int PALETTE = 148;

    /** A picture's mean colours stand for its features. */
    private static final PictureFeatures MEANS = new PictureFeatures() {
        @Override
        public double[] of(LabImage picture) {
            return new double[] {mean(picture.a()), mean(picture.b())};
        }

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    private PictureSet pictures;

    @BeforeEach
    void makePictures() throws IOException {
        pictures = Pictures.fill(new TensorStore(folder), 4, 10);
    }

    private EvaluationReport measure(ChromaPredictor... predictors) {
        PictureSet measured = pictures.of(Purpose.VALIDATION);
        return new Evaluation(measured, new EvaluationCrop(64), PictureDistance.NONE, MEANS)
                .measure(List.of(predictors));
    }

    /** Blue, more so where the picture is seen large. */
    private record Blue(String name, float perPixel) implements ChromaPredictor {
        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            return Chroma.uniform(crop.l().length, 0, -perPixel * crop.width());
        }

        @Override
        public boolean seesStructure() {
            return true;
        }
    }

    /** The truth itself. */
    private record Truth() implements ChromaPredictor {
        @Override
        public String name() {
            return "truth";
        }

        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            return new Chroma(crop.a(), crop.b());
        }
    }

    @Test
    void theTintOfBlackSkyIsThatOfItsDarkPixels() {
        PredictionScores blue = measure(new Blue("blue", 0.001f)).all("blue");

        assertThat(blue.skyA()).isZero();
        assertThat(blue.skyB()).isCloseTo(110 * 0.001 * 64, within(1e-3));
    }

    @Test
    void coloursThatChangeWithTheSizeShow() {
        EvaluationReport report = measure(new Blue("steady", 0), new Blue("fickle", 0.002f), new GreyPredictor());

        assertThat(report.all("steady").sizeDeltaE2000()).isZero();
        assertThat(report.all("fickle").sizeDeltaE2000()).isGreaterThan(3);
        assertThat(report.all("grey").sizeDeltaE2000()).isNaN();
    }

    @Test
    void theTruthIsAtNoDistanceFromItselfAndGreyIsFurther() {
        EvaluationReport report = measure(new GreyPredictor(), new Truth());

        assertThat(report.all("truth").frechet()).isCloseTo(0, within(1e-6));
        assertThat(report.all("grey").frechet()).isGreaterThan(1);
        assertThat(report.toTable()).contains("Frechet");
        assertThat(report.toJson()).contains("\"frechetDistance\"", "\"skyB\"");
    }

    @Test
    void aDifferenceOfPredictionsIsPairedSoItsIntervalIsNarrower() {
        EvaluationReport report = measure(new Blue("some", 0.0005f), new Blue("more", 0.0006f));
        ScoreSheet some = report.sheet("some");

        Interval difference = report.sheet("more").meanGainOver(some);

        assertThat(difference.value())
                .isCloseTo(report.all("more").psnrMean() - report.all("some").psnrMean(), within(1e-9));
        assertThat(difference.value()).isBetween(difference.low(), difference.high());
        Interval alone = report.all("more").meanGain();
        assertThat(difference.high() - difference.low()).isLessThan(alone.high() - alone.low());
        assertThat(some.meanGainOver(some)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void theWorstPicturesAreNamed() {
        ScoreSheet sheet = measure(new Blue("blue", 0.01f)).sheet("blue");

        assertThat(sheet.worst(3)).hasSize(3);
        assertThat(sheet.worst(1).values().iterator().next()).isNegative();
    }

    @Test
    void aNeighbourIsAnotherPictureOfTheSameGroup() {
        PictureSet measured = pictures.of(Purpose.VALIDATION);
        TrainingPicture picture = measured.pictures().get(0);
        TrainingPicture other = measured.pictures().get(1);
        PictureSet friends = new PictureSet(List.of(picture, inGroup(picture.group(), other)));
        NormalisedLab crop = picture.planes();

        float[] alone = new NeighbourPalette(measured, PaletteTrust.CERTAIN).of(picture, crop, PALETTE);
        float[] neighbours = new NeighbourPalette(friends, PaletteTrust.CERTAIN).of(picture, crop, PALETTE);
        float[] weighed = new NeighbourPalette(friends, PaletteTrust.KINDRED).of(picture, crop, PALETTE);
        float[] own = new PaletteChoice.Own().of(picture, crop, PALETTE);

        assertThat(alone).as("there is nobody to ask").isNull();
        assertThat(neighbours)
                .isEqualTo(new PaletteChoice.Own().of(other, other.planes(), PALETTE))
                .isNotEqualTo(own);
        assertThat(weighed).isEqualTo(PaletteTrust.KINDRED.weigh(neighbours));
        assertThat(own)
                .containsExactly(
                        new PaletteLayout(PALETTE)
                                .tally()
                                .count(new LabImage(
                                        crop.width(),
                                        crop.height(),
                                        LabScale.lStar(crop.l()),
                                        LabScale.chroma(crop.a()),
                                        LabScale.chroma(crop.b())))
                                .vector(),
                        within(1e-4f));
        assertThat(new PaletteChoice.None().of(picture, crop, PALETTE)).isNull();
    }

    @Test
    void aContactSheetShowsThePicturesThatAreNamed() {
        assertThat(ContactSheet.named(pictures, List.of("picture-3", "picture-1")))
                .extracting(TrainingPicture::name)
                .containsExactly("picture-3.png", "picture-1.png");
        assertThatThrownBy(() -> ContactSheet.named(pictures, List.of("m31")))
                .hasMessageContaining("no picture's name holds m31");
    }

    private static TrainingPicture inGroup(String group, TrainingPicture p) {
        return new TrainingPicture(
                p.id(), p.name(), p.purpose(), group, p.category(), p.geometry(), p.lightness(), p.a(), p.b());
    }

    private static double mean(float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += value;
        }
        return sum / plane.length;
    }
}
