package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.imaging.color.LabImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LpipsDistanceTest {
    private static final Path WEIGHTS =
            Path.of(System.getProperty("astrochrome.shared", "../shared"), "weights", "lpips_squeeze_v0.1.safetensors");

    @BeforeEach
    void theWeightsAreHere() {
        assumeThat(WEIGHTS).as("the LPIPS weights of the shared folder").isRegularFile();
    }

    @Test
    void aPictureIsAtNoDistanceFromItselfAndFurtherFromAStrangerPicture() {
        try (LpipsDistance distance = new LpipsDistance(WEIGHTS)) {
            double[] far = distance.of(picture(20), List.of(picture(20), picture(25), picture(0)));

            assertThat(far[0]).isEqualTo(0, within(1e-7));
            assertThat(far[1]).isPositive().isLessThan(far[2]);
        }
    }

    @Test
    void severalPredictionsAtOnceAreAsFarFromTheTruthAsByTheDefinition() throws IOException {
        PlainLpips definition = PlainLpips.load(WEIGHTS);
        LabImage truth = picture(20);
        List<LabImage> predictions = List.of(picture(30), picture(0), picture(-15));
        try (LpipsDistance distance = new LpipsDistance(WEIGHTS)) {
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
