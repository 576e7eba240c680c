package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.FolderPictures;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TensorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions that know nothing, against what an independent implementation measured on the same pictures. */
class BaselinesTest {
    private static final Offset<Double> AGREED = within(0.1);

    /** Decoded pictures are kept between test runs; they are made again where they are missing. */
    private static final Path CACHE = Path.of("target", "test-tensors");

    private static EvaluationReport report;

    @BeforeAll
    static void measure() throws IOException {
        Path data = Path.of(System.getProperty("astrochrome.shared", "../shared"), "data");
        if (Files.isRegularFile(data.resolve("manifest.csv"))) {
            PictureSet pictures = new FolderPictures(data, new TensorStore(CACHE)).load((done, total) -> {});
            report = new Evaluation(
                            pictures.of(Purpose.VALIDATION),
                            new EvaluationCrop(224),
                            PictureDistance.NONE,
                            PictureFeatures.NONE)
                    .measure(Evaluation.baselines(pictures.of(Purpose.TRAIN)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "grey, 31.08, 31.45, 26.23",
        "mean colour, 30.48, 31.43, 26.31",
        "colour by lightness, 30.95, 31.59, 26.48",
        "oracle tint, 32.31, 32.75, 29.02",
    })
    void aBaselineAgreesWithTheIndependentFigures(String name, double mean, double median, double pooled) {
        assumeThat(report).as("the pictures of the shared data folder").isNotNull();

        Summary summary = report.results().get(name).get(EvaluationReport.ALL);

        assertThat(summary.psnrMean()).isEqualTo(mean, AGREED);
        assertThat(summary.psnrMedian()).isEqualTo(median, AGREED);
        assertThat(summary.psnrPooled()).isEqualTo(pooled, AGREED);
    }

    @Test
    void greyGainsNothingOverItself() {
        assumeThat(report).as("the pictures of the shared data folder").isNotNull();

        report.results().get("grey").values().forEach(summary -> {
            assertThat(summary.meanGain().value()).isEqualTo(0, within(1e-5)); // rounding alone
            assertThat(summary.colourfulnessRatio()).isEqualTo(0, within(1e-5));
        });
    }
}
