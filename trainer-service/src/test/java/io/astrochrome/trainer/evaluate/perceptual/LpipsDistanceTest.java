package io.astrochrome.trainer.evaluate.perceptual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.trainer.weights.MadeWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LpipsDistanceTest {
    private static final Path PUBLISHED =
            Path.of(System.getProperty("astrochrome.shared", "absent"), "weights", "lpips_squeeze_v0.1.safetensors");

    @TempDir
    static Path folder;

    static Stream<Path> weights() throws IOException {
        Path made = MadeWeights.lpips(folder);
        return Files.exists(PUBLISHED) ? Stream.of(made, PUBLISHED) : Stream.of(made);
    }

    @ParameterizedTest
    @MethodSource("weights")
    void aPictureIsAtNoDistanceFromItselfAndFurtherFromAStrangerPicture(Path weights) {
        try (LpipsDistance distance = new LpipsDistance(weights)) {
            double[] far = distance.of(picture(20), List.of(picture(20), picture(25), picture(0)));

            assertThat(far[0]).isEqualTo(0, within(1e-7));
            assertThat(far[1]).isPositive().isLessThan(far[2]);
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void severalPredictionsAtOnceAreAsFarFromTheTruthAsByTheDefinition(Path weights) throws IOException {
        PlainLpips definition = PlainLpips.load(weights);
        LabImage truth = picture(20);
        List<LabImage> predictions = List.of(picture(30), picture(0), picture(-15));
        try (LpipsDistance distance = new LpipsDistance(weights)) {
            double[] far = distance.of(truth, predictions);

            for (int i = 0; i < far.length; i++) {
                assertThat(far[i]).isEqualTo(definition.between(truth, predictions.get(i)), within(1e-5));
            }
        }
    }

    private static LabImage picture(float chroma) {
        int side = 64;
        float[] lStar = new float[side * side];
        for (int i = 0; i < lStar.length; i++) {
            int row = i / side;
            lStar[i] = (float) (50 + 40 * Math.sin(0.2 * (i % side)) * Math.cos(0.15 * row));
        }
        float[] a = new float[lStar.length];
        Arrays.fill(a, chroma);
        return new LabImage(side, side, lStar, a, a.clone());
    }
}
