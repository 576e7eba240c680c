package io.astrochrome.imaging.chroma;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.quality.QualityMeasures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * True colours, reduced and brought back: how much is lost. The test takes simulated nebulae, and a few real
 * pictures where there are some; {@link #main} takes all of the validation split and prints the first two rows of each size in the decision record.
 */
class ChromaUpsamplingStudyTest {
    private static final int[] SIDES = {224, 96, 48};

    static Stream<List<BufferedImage>> pictures() throws IOException {
        List<BufferedImage> made =
                IntStream.range(0, 6).mapToObj(SimulatedNebula::picture).toList();
        Path data = Path.of(System.getProperty("astrochrome.shared", "absent"), "data");
        return Files.exists(data.resolve("manifest.csv")) ? Stream.of(made, validation(data, 24)) : Stream.of(made);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void losesLessThanInterpolation(List<BufferedImage> pictures) {
        assertThat(loss(new GuidedFilterUpsampler(), pictures, 96).squaredChroma)
                .isLessThan(loss(interpolation(), pictures, 96).squaredChroma);
    }

    /** Prints the table; the argument is the folder of the training data. */
    public static void main(String[] arguments) throws IOException {
        List<BufferedImage> pictures = validation(Path.of(arguments[0]), 1);
        System.out.println("| reduced to | strategy | PSNR of a*, b* | mean dE2000 |");
        System.out.println("| --- | --- | --- | --- |");
        for (int side : SIDES) {
            print(side, "interpolation alone", loss(interpolation(), pictures, side));
            print(side, "guided filter", loss(new GuidedFilterUpsampler(), pictures, side));
        }
    }

    private static void print(int side, String name, Loss loss) {
        double psnr = 10 * Math.log10(220 * 220 / loss.squaredChroma);
        System.out.printf(Locale.ROOT, "| %d px | %s | %.2f dB | %.3f |%n", side, name, psnr, loss.deltaE);
    }

    /** With no slope left, the guided filter interpolates. */
    private static GuidedFilterUpsampler interpolation() {
        return new GuidedFilterUpsampler(1, 1e30f);
    }

    private static List<BufferedImage> validation(Path data, int every) throws IOException {
        List<Path> all = Files.readAllLines(data.resolve("manifest.csv")).stream()
                .map(line -> line.split(",", 3))
                .filter(fields -> fields[1].equals("validation"))
                .map(fields -> data.resolve(fields[0]))
                .toList();
        List<BufferedImage> pictures = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            pictures.add(ImageIO.read(all.get(i).toFile()));
        }
        return pictures;
    }

    private static Loss loss(GuidedFilterUpsampler upsampler, List<BufferedImage> pictures, int side) {
        double squares = 0;
        double deltaE = 0;
        for (BufferedImage picture : pictures) {
            LabImage truth = lab(picture);
            LabImage result = broughtBack(upsampler, truth, side);
            double sum = 0;
            for (int i = 0; i < truth.a().length; i++) {
                double da = truth.a()[i] - result.a()[i];
                double db = truth.b()[i] - result.b()[i];
                sum += da * da + db * db;
            }
            squares += sum / (2.0 * truth.a().length);
            deltaE += QualityMeasures.deltaE2000(truth, result);
        }
        return new Loss(squares / pictures.size(), deltaE / pictures.size());
    }

    private static LabImage broughtBack(GuidedFilterUpsampler upsampler, LabImage truth, int side) {
        int width = truth.width();
        int height = truth.height();
        double scale = (double) side / Math.min(width, height);
        int reducedWidth = (int) Math.round(width * scale);
        int reducedHeight = (int) Math.round(height * scale);
        float[][] rgb = LabPlanes.toSrgb(truth);
        for (int c = 0; c < 3; c++) {
            rgb[c] = Resampler.STANDARD.resize(rgb[c], width, height, reducedWidth, reducedHeight);
        }
        LabImage reduced = LabPlanes.fromSrgb(reducedWidth, reducedHeight, rgb[0], rgb[1], rgb[2]);
        ChromaStrips strips = upsampler.prepare(reduced, width, height);
        float[] a = new float[width * height];
        float[] b = new float[width * height];
        short[] lightness = new short[width];
        float[] rowA = new float[width];
        float[] rowB = new float[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                lightness[x] = Luminance16.fromLstar(truth.lStar()[y * width + x]);
            }
            strips.row(y, lightness, rowA, rowB);
            System.arraycopy(rowA, 0, a, y * width, width);
            System.arraycopy(rowB, 0, b, y * width, width);
        }
        return truth.withChroma(a, b);
    }

    private static LabImage lab(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        float[][] rgb = new float[3][pixels.length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < pixels.length; i++) {
                rgb[c][i] = ((pixels[i] >> (16 - 8 * c)) & 0xff) / 255f;
            }
        }
        return LabPlanes.fromSrgb(width, height, rgb[0], rgb[1], rgb[2]);
    }

    /** Mean squared error of a* and b*, and mean dE2000. */
    private record Loss(double squaredChroma, double deltaE) {}
}
