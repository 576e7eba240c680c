package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.imaging.color.Crop;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Resampler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The training data come with what grey scores on their validation split, computed by another implementation: a short side
 * of 224 px, the centre cut out, L kept.
 */
class PublishedBaselineTest {
    private static final int SIDE = 224;
    private static final double MEAN = 31.08;
    private static final double MEDIAN = 31.45;
    private static final double POOLED = 26.23;

    @Test
    void greyScoresWhatTheDataSay() throws IOException {
        Path data = Path.of(System.getProperty("astrochrome.shared", "absent"), "data");
        assumeThat(data.resolve("manifest.csv"))
                .as("the training data are not here")
                .exists();

        List<Double> decibels = new ArrayList<>();
        double squares = 0;
        for (String line : Files.readAllLines(data.resolve("manifest.csv"))) {
            String[] fields = line.split(",", 3);
            if (fields[1].equals("validation")) {
                LabImage truth = centre(ImageIO.read(data.resolve(fields[0]).toFile()));
                float[][] rgb = LabPlanes.toSrgb(truth);
                float[][] grey = LabPlanes.toSrgb(truth.withChroma(null, null));
                double error = QualityMeasures.meanSquaredError(rgb, grey);
                decibels.add(QualityMeasures.psnrDecibels(error));
                squares += error;
            }
        }

        Collections.sort(decibels);
        int n = decibels.size();
        assertThat(n).isEqualTo(178);
        assertThat(decibels.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(MEAN, within(0.1));
        assertThat((decibels.get(n / 2 - 1) + decibels.get(n / 2)) / 2).isCloseTo(MEDIAN, within(0.1));
        assertThat(QualityMeasures.psnrDecibels(squares / n)).isCloseTo(POOLED, within(0.1));
    }

    private static LabImage centre(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = (double) SIDE / Math.min(width, height);
        int targetWidth = (int) Math.round(width * scale);
        int targetHeight = (int) Math.round(height * scale);
        float[][] rgb = new float[3][width * height];
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < pixels.length; i++) {
                rgb[c][i] = ((pixels[i] >> (16 - 8 * c)) & 0xff) / 255f;
            }
            float[] reduced = Resampler.STANDARD.resize(rgb[c], width, height, targetWidth, targetHeight);
            rgb[c] = Crop.centre(reduced, targetWidth, targetHeight, SIDE);
        }
        return LabPlanes.fromSrgb(SIDE, SIDE, rgb[0], rgb[1], rgb[2]);
    }
}
