package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.FolderPictures;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Predictions that know nothing, against what the definition gives on made-up pictures, and where the training pictures are,
 * against what an independent implementation has measured on those.
 */
class BaselinesTest {
    private static final Offset<Double> AGREED = within(0.1);
    private static final Path PUBLISHED = Path.of(System.getProperty("astrochrome.shared", "absent"), "data");

    /** Decoded pictures are kept between test runs; they are made again where they are missing. */
    private static final Path CACHE = Path.of("target", "test-tensors");

    private static MadeFolder made;
    private static EvaluationReport report;

    @BeforeAll
    static void measure(@TempDir Path folder) throws IOException {
        made = MadeFolder.in(folder);
        report = measured(folder, folder.resolve("tensors"));
    }

    private static EvaluationReport measured(Path data, Path cache) throws IOException {
        PictureSet pictures = new FolderPictures(data, new TensorStore(cache)).load((done, total) -> {});
        return new Evaluation(
                        pictures.of(Purpose.VALIDATION),
                        new EvaluationCrop(224),
                        PictureDistance.NONE,
                        PictureFeatures.NONE)
                .measure(Evaluation.baselines(pictures.of(Purpose.TRAIN)));
    }

    static Stream<Arguments> baselines() throws IOException {
        PlainBaselines plain = new PlainBaselines(made.training());
        Stream<Arguments> defined = Stream.of("grey", "mean colour", "colour by lightness", "oracle tint")
                .map(name -> Arguments.of(name, report, plain.of(name, made.validation())));
        return Files.exists(PUBLISHED.resolve("manifest.csv")) ? Stream.concat(defined, published()) : defined;
    }

    private static Stream<Arguments> published() throws IOException {
        EvaluationReport published = measured(PUBLISHED, CACHE);
        return Stream.of(
                Arguments.of("grey", published, new PlainBaselines.Figures(31.08, 31.45, 26.23)),
                Arguments.of("mean colour", published, new PlainBaselines.Figures(30.48, 31.43, 26.31)),
                Arguments.of("colour by lightness", published, new PlainBaselines.Figures(30.95, 31.59, 26.48)),
                Arguments.of("oracle tint", published, new PlainBaselines.Figures(32.31, 32.75, 29.02)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("baselines")
    void aBaselineAgreesWithTheIndependentFigures(
            String name, EvaluationReport measured, PlainBaselines.Figures figures) {
        PredictionScores summary = measured.results().get(name).get(EvaluationReport.ALL);

        assertThat(summary.psnrMean()).isEqualTo(figures.mean(), AGREED);
        assertThat(summary.psnrMedian()).isEqualTo(figures.median(), AGREED);
        assertThat(summary.psnrPooled()).isEqualTo(figures.pooled(), AGREED);
    }

    @Test
    void greyGainsNothingOverItself() {
        report.results().get("grey").values().forEach(summary -> {
            assertThat(summary.meanGain().value()).isEqualTo(0, within(1e-5)); // rounding alone
            assertThat(summary.colourfulnessRatio()).isEqualTo(0, within(1e-5));
        });
    }
}
