package io.astrochrome.colorize.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StackCommandTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 220;

    @TempDir
    private Path folder;

    private Path night;
    private Path pictures;
    private Path model;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void prepare() throws IOException {
        night = Files.createDirectory(folder.resolve("night"));
        pictures = folder.resolve("pictures");
        model = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
    }

    @Test
    void aNightOfFiltersBecomesAMeasuredPictureWithItsStacksAndTables() throws Exception {
        for (int i = 0; i < 9; i++) {
            sub("sub" + i + ".fits", "NGC 1", List.of("Red", "Green", "Blue").get(i % 3), i, 11);
        }
        assertThat(stack()).as(err.toString()).isZero();
        assertThat(written())
                .containsExactly(
                        "NGC_1-B.fits",
                        "NGC_1-G.fits",
                        "NGC_1-R.fits",
                        "NGC_1-subs.csv",
                        "NGC_1-subs.json",
                        "NGC_1.fits",
                        "NGC_1.jpg",
                        "NGC_1.png");
        assertThat(out.toString()).contains("9 of 9 exposures stacked", "mixed as rgb");
        try (Fits fits = new Fits(pictures.resolve("NGC_1.fits").toFile())) {
            Header header = fits.getHDU(0).getHeader();
            assertThat(header.getStringValue("ACFORMUL")).isEqualTo("rgb");
            assertThat(header.getStringValue("ACSUBS")).isEqualTo("B:3 G:3 R:3");
            assertThat(header.getDoubleValue("ACMEASUR") + header.getDoubleValue("ACGUESS"))
                    .isBetween(0.999, 1.001);
            assertThat(fits.getHDU(1).getHeader().getStringValue("EXTNAME")).isEqualTo("COLOURS");
        }
        try (Fits fits = new Fits(pictures.resolve("NGC_1-R.fits").toFile())) {
            assertThat(fits.getHDU(0).getHeader().getIntValue("NCOMBINE")).isEqualTo(3);
            assertThat(fits.getHDU(1).getHeader().getStringValue("EXTNAME")).isEqualTo("COVERAGE");
        }
        JsonNode table =
                new ObjectMapper().readTree(pictures.resolve("NGC_1-subs.json").toFile());
        assertThat(table.get("subs")).hasSize(9);
        assertThat(table.get("subs").get(4).get("residual").asDouble()).isLessThan(0.3);
        assertThat(Files.readAllLines(pictures.resolve("NGC_1-subs.csv"))).hasSize(10);
    }

    @Test
    void withoutAnyGuessNothingSaysThatColoursAreSynthetic() throws Exception {
        for (int i = 0; i < 6; i++) {
            sub("sub" + i + ".fits", "NGC 1", List.of("R", "G", "B").get(i % 3), i, 11);
        }
        assertThat(run("--no-guess")).as(err.toString()).isZero();
        try (Fits fits = new Fits(pictures.resolve("NGC_1.fits").toFile())) {
            Header header = fits.getHDU(0).getHeader();
            assertThat(header.getBooleanValue("ACSYNTH", true)).isFalse();
            assertThat(header.getStringValue("ACDSTYPE")).isEqualTo("compositeCapture");
            assertThat(header.containsKey("ACMODEL")).isFalse();
        }
        String jpeg = Files.readString(pictures.resolve("NGC_1.jpg"), StandardCharsets.ISO_8859_1);
        assertThat(jpeg).contains("compositeCapture").doesNotContain("TrainedAlgorithmicMedia");
    }

    @Test
    void oneLineShowsItsOwnColourAndSaysSo() throws Exception {
        for (int i = 0; i < 3; i++) {
            sub("sub" + i + ".fits", "NGC 1", "Ha 7nm", i, 11);
        }
        assertThat(stack()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("measured 0 %, by physics 100 %, guessed 0 %");
    }

    @Test
    void whatIsNoGoodIsLeftOutAndSaidAndTheOthersAreDone() throws Exception {
        for (int i = 0; i < 4; i++) {
            sub("sub" + i + ".fits", "NGC 1", "L", i, 11);
        }
        sub("zz-other.fits", "NGC 1", "L", 5, 99);
        Files.copy(night.resolve("sub1.fits"), night.resolve("zz-twice.fits"));
        Files.writeString(night.resolve("zz-broken.fits"), "SIMPLE  =                    T");
        sub("m13.fits", "M 13", "L", 1, 23);
        assertThat(stack()).isEqualTo(1);
        assertThat(out.toString())
                .contains("zz-other.fits left out: its stars are not those of the reference")
                .contains("zz-twice.fits left out: it is the same exposure as one before")
                .contains("NGC 1: 4 of 6 exposures stacked");
        assertThat(err.toString()).contains("zz-broken.fits");
        assertThat(written()).contains("M_13.png", "NGC_1.png");
    }

    @Test
    void rolesComeFromFoldersAndTheOperatorsTableWhereAsked() throws Exception {
        Files.createDirectories(night.resolve("Ha"));
        Files.createDirectories(night.resolve("O3"));
        for (int i = 0; i < 2; i++) {
            sub("Ha/a" + i + ".fits", null, null, i, 11);
            sub("O3/b" + i + ".fits", null, null, 4 + i, 11);
        }
        assertThat(run("--roles-by-folder", "--model", model.toString()))
                .as(err.toString())
                .isZero();
        assertThat(written()).contains("night-Ha.fits", "night-OIII.fits");
        assertThat(out.toString()).contains("mixed as hoo");
        sub("slot.fits", "NGC 2", "Slot 3", 8, 11);
        assertThat(run("--filter", "Slot 3=SII", "--model", model.toString())).isZero();
        assertThat(written()).contains("NGC_2-SII.fits");
    }

    @Test
    void darksAmongTheFilesAndFlatsOfAnotherFolderCalibrateTheExposures() throws Exception {
        Files.createDirectories(night.resolve("darks"));
        Path flats = Files.createDirectories(folder.resolve("flats"));
        for (int i = 0; i < 3; i++) {
            sub("sub" + i + ".fits", "NGC 1", "L", i, 11);
            calibration(night.resolve("darks/" + i + ".fits"), 100, null, null);
            calibration(flats.resolve(i + ".fits"), 20_000, "FLAT", "Lum");
        }
        sub("red.fits", "NGC 1", "Red", 4, 11);
        assertThat(run("--masters", flats.toString(), "--model", model.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("Calibrated by: dark of 60 s (3 frames), flat of Lum (3 frames)")
                .contains("4 of 4 exposures stacked");
        JsonNode subs = new ObjectMapper()
                .readTree(pictures.resolve("NGC_1-subs.json").toFile())
                .get("subs");
        assertThat(subs.get(0).get("calibration").asText()).isEqualTo("dark of 60 s, flat of Lum");
        assertThat(subs.get(3).get("calibration").asText()).isEqualTo("dark of 60 s");
        assertThat(subs.get(0).get("background").asDouble()).isBetween(590.0, 610.0);
        Files.writeString(flats.resolve("broken.fits"), "SIMPLE  =                    T");
        assertThat(run("--masters", flats.toString(), "--model", model.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("broken.fits");
    }

    @Test
    void saysWhatIsWrongWithItsUse() {
        assertThat(run("--formula", "purple")).isEqualTo(2);
        assertThat(err.toString()).contains("sho-soft", "purple");
        assertThat(run("--filter", "Slot=purple")).isEqualTo(2);
        assertThat(run("--no-guess")).as("an empty folder").isEqualTo(1);
        assertThat(err.toString()).contains("there is no exposure in");
    }

    private int stack() {
        return run("--model", model.toString());
    }

    private int run(String... options) {
        CommandLine line = StackCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(
                        Stream.of(night.toString(), "-o", pictures.toString(), "--threads", "1"), Stream.of(options))
                .toArray(String[]::new));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void calibration(Path file, int level, String type, String filter) throws Exception {
        Random noise = new Random(file.hashCode());
        int[][] counts = new int[HEIGHT][WIDTH];
        for (int[] row : counts) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (int) (level + 3 * noise.nextGaussian());
            }
        }
        try (Fits fits = new Fits()) {
            BasicHDU<?> image = Fits.makeHDU(counts);
            if (type != null) {
                image.addValue("IMAGETYP", type, "");
                image.addValue("FILTER", filter, "");
            }
            image.addValue("EXPTIME", type == null ? 60.0 : 2.0, "");
            fits.addHDU(image);
            fits.write(file.toFile());
        }
    }

    /** Stars of a field, shifted a little each time, over a nebula. */
    private void sub(String name, String object, String filter, int number, long field) throws Exception {
        Random sky = new Random(field);
        Random noise = new Random(number * 31L + field);
        double dx = number == 0 ? 0 : 4 * noise.nextGaussian();
        double dy = number == 0 ? 0 : 4 * noise.nextGaussian();
        float[][] light = new float[HEIGHT][WIDTH];
        for (int star = 0; star < 150; star++) {
            double x = sky.nextDouble() * WIDTH + dx;
            double y = sky.nextDouble() * HEIGHT + dy;
            double peak = 150 * Math.pow(1 - sky.nextDouble(), -0.9);
            for (int j = Math.max(0, (int) y - 6); j < Math.min(HEIGHT, y + 7); j++) {
                for (int i = Math.max(0, (int) x - 6); i < Math.min(WIDTH, x + 7); i++) {
                    double r2 = (i - x) * (i - x) + (j - y) * (j - y);
                    light[j][i] += (float) (Math.min(peak, 20_000) * Math.exp(-r2 / 2.8));
                }
            }
        }
        int[][] counts = new int[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double r2 = (x - dx - 120) * (x - dx - 120) + (y - dy - 90) * (y - dy - 90);
                counts[y][x] = (int) (700 + 300 * Math.exp(-r2 / 900) + light[y][x] + 12 * noise.nextGaussian());
            }
        }
        try (Fits fits = new Fits()) {
            BasicHDU<?> image = Fits.makeHDU(counts);
            if (object != null) {
                image.addValue("OBJECT", object, "");
            }
            if (filter != null) {
                image.addValue("FILTER", filter, "");
            }
            image.addValue("EXPTIME", 60.0, "");
            image.addValue("DATE-OBS", "2026-11-20T20:" + (10 + number) + ":00", "");
            fits.addHDU(image);
            fits.write(night.resolve(name).toFile());
        }
    }
}
