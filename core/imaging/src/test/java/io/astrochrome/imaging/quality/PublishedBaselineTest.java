package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.chroma.SimulatedNebula;
import io.astrochrome.imaging.color.Crop;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Resampler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What grey scores at a short side of 224 px, the centre cut out, L kept: on simulated nebulae as by the definition, and where
 * the training data are, on their validation split as another implementation has computed it.
 */
class PublishedBaselineTest {
    private static final int SIDE = 224;
    private static final Figures PUBLISHED = new Figures(31.08, 31.45, 26.23, 0.1);

    static Stream<Arguments> sets() throws IOException {
        List<BufferedImage> made = IntStream.range(0, 7)
                .mapToObj(SimulatedNebula::picture)
                .map(picture -> picture.getSubimage(80, 80, SIDE, SIDE))
                .toList();
        Path data = Path.of(System.getProperty("astrochrome.shared", "absent"), "data");
        return Files.exists(data.resolve("manifest.csv"))
                ? Stream.of(Arguments.of(made, byDefinition(made)), Arguments.of(validation(data), PUBLISHED))
                : Stream.of(Arguments.of(made, byDefinition(made)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void greyScoresWhatTheDataSay(List<BufferedImage> pictures, Figures figures) {
        double[] errors = pictures.stream()
                .map(PublishedBaselineTest::centre)
                .mapToDouble(truth -> QualityMeasures.meanSquaredError(
                        LabPlanes.toSrgb(truth), LabPlanes.toSrgb(truth.withChroma(null, null))))
                .toArray();

        Figures measured = Figures.of(errors, QualityMeasures::psnrDecibels);

        assertThat(measured.mean).isCloseTo(figures.mean, within(figures.tolerance));
        assertThat(measured.median).isCloseTo(figures.median, within(figures.tolerance));
        assertThat(measured.pooled).isCloseTo(figures.pooled, within(figures.tolerance));
    }

    /** In dB. */
    private record Figures(double mean, double median, double pooled, double tolerance) {
        static Figures of(double[] errors, DoubleUnaryOperator decibels) {
            double[] each = Arrays.stream(errors).map(decibels).sorted().toArray();
            int n = each.length;
            return new Figures(
                    Arrays.stream(each).average().orElseThrow(),
                    (each[(n - 1) / 2] + each[n / 2]) / 2,
                    decibels.applyAsDouble(Arrays.stream(errors).average().orElseThrow()),
                    0.01);
        }
    }

    /** The luminance of IEC 61966-2-1 in all three channels, without any of the project's code. */
    private static Figures byDefinition(List<BufferedImage> pictures) {
        double[] errors = new double[pictures.size()];
        for (int i = 0; i < errors.length; i++) {
            for (int pixel : pictures.get(i).getRGB(0, 0, SIDE, SIDE, null, 0, SIDE)) {
                double[] rgb = {(pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0};
                double luminance = 0.2126729 * linear(rgb[0]) + 0.7151522 * linear(rgb[1]) + 0.072175 * linear(rgb[2]);
                double grey = luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * Math.pow(luminance, 1 / 2.4) - 0.055;
                for (double channel : rgb) {
                    errors[i] += (channel - grey) * (channel - grey) / (3.0 * SIDE * SIDE);
                }
            }
        }
        return Figures.of(errors, error -> -10 * Math.log10(error));
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static List<BufferedImage> validation(Path data) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("manifest.csv"))) {
            String[] fields = line.split(",", 3);
            if (fields[1].equals("validation")) {
                pictures.add(ImageIO.read(data.resolve(fields[0]).toFile()));
            }
        }
        return pictures;
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
