package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.colorize.composing.FramePicture;
import io.astrochrome.testkit.model.TinyModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ColorizeCommandTest {
    @TempDir
    private Path folder;

    private Path frames;
    private Path pictures;
    private Path model;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void prepare() throws IOException {
        frames = Files.createDirectory(folder.resolve("frames"));
        pictures = folder.resolve("pictures");
        model = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
    }

    private int run(String... arguments) {
        CommandLine line = ColorizeCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int colorize(Path... paths) {
        return run(Stream.concat(
                        Stream.of(paths).map(Path::toString),
                        Stream.of("-o", pictures.toString(), "--model", model.toString(), "--threads", "1"))
                .toArray(String[]::new));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path png(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, 40 + 150 * x / width + 50 * y / height);
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path fits(Path file) throws Exception {
        short[][] data = new short[90][120];
        for (int y = 0; y < data.length; y++) {
            for (int x = 0; x < data[y].length; x++) {
                data[y][x] = (short) (1000 + (x * 31 + y * 17) % 97 + (x % 30 == 7 && y % 30 == 9 ? 9000 : 0));
            }
        }
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(data));
            fits.getHDU(0).addValue("OBJECT", "M 101", "what it shows");
            fits.getHDU(0).addValue("OBSERVER", "somebody", null);
            fits.write(file.toFile());
        }
        return file;
    }

    private double meanB(String picture) throws IOException {
        BufferedImage image = ImageIO.read(pictures.resolve(picture).toFile());
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                sum += (image.getRGB(x, y) & 0xff) - (image.getRGB(x, y) >> 16 & 0xff);
            }
        }
        return sum / image.getWidth() / image.getHeight();
    }

    @Test
    void aFrameIsGivenTheLookThatIsAskedForAsVividAsItIsAskedFor() throws Exception {
        Path looking = TinyModel.named("looking").looks().write(folder.resolve("looking.onnx"));
        png(frames.resolve("moon.png"), 100, 70);
        String[] common = {frames.toString(), "-o", pictures.toString(), "-m", looking.toString(), "-t", "1"};

        assertThat(run(with(common, "--look", "warm"))).isZero();
        double warm = meanB("moon.jpg");
        assertThat(Files.readString(pictures.resolve("moon.png"), StandardCharsets.ISO_8859_1))
                .contains("look:warm");
        assertThat(run(with(common, "--look", "warm", "--vividness", "0.5"))).isZero();
        double pale = meanB("moon.jpg");
        assertThat(run(with(common, "--look", "cold"))).isZero();

        assertThat(warm).as("more red than blue").isLessThan(pale);
        assertThat(pale).isLessThan(meanB("moon.jpg"));
        assertThat(run(with(common, "--look", "tepid"))).isEqualTo(2);
        assertThat(err.toString()).contains("the model looking offers warm, cold, not tepid");
        assertThat(run(with(common, "--vividness", "0"))).isEqualTo(2);
        assertThat(err.toString()).contains("above 0 and at most 2, not 0.0");
    }

    @Test
    void aSheetShowsAFrameInAllLooksTheLikeliestFirst() throws Exception {
        Path looking = TinyModel.named("looking").looks().write(folder.resolve("looking.onnx"));
        Path frame = png(frames.resolve("moon.png"), 96, 64);

        assertThat(run(frame.toString(), "-o", pictures.toString(), "-m", looking.toString(), "--looks"))
                .isZero();

        assertThat(written()).containsExactly("moon.jpg", "moon.looks.jpg", "moon.png");
        assertThat(out.toString()).contains("in all looks row by row, the likeliest first: cold, warm");
        assertThat(Files.readString(pictures.resolve("moon.png"), StandardCharsets.ISO_8859_1))
                .as("what the model gives unasked is recorded")
                .contains("look:cold");
        BufferedImage sheet = ImageIO.read(pictures.resolve("moon.looks.jpg").toFile());
        int middle = sheet.getHeight() / 2;
        int cold = sheet.getRGB(sheet.getWidth() / 4, middle);
        int warm = sheet.getRGB(3 * sheet.getWidth() / 4, middle);
        assertThat(cold & 0xff).as("blue").isGreaterThan(warm & 0xff);
        assertThat(warm >> 16 & 0xff).as("red").isGreaterThan(cold >> 16 & 0xff);
    }

    private static String[] with(String[] common, String... more) {
        return Stream.concat(Stream.of(common), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void looksOfAModelThatOffersNoneAreRefused() throws Exception {
        png(frames.resolve("moon.png"), 96, 64);

        assertThat(run(frames.toString(), "-o", pictures.toString(), "-m", model.toString(), "--looks"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--looks: the model tiny offers none");
    }

    @Test
    void saysThatALinearFrameWasLeftAsItIs() throws Exception {
        Path frame = fits(frames.resolve("linear.fits"));
        assertThat(run(frame.toString(), "-o", pictures.toString(), "-m", model.toString(), "-s", "none"))
                .isZero();
        assertThat(out.toString()).contains("linear.fits: is linear and was not stretched");
    }

    @Test
    void writesPngAndPreviewOfAPicture() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 100, 70);

        assertThat(colorize(frame)).isZero();

        assertThat(written()).containsExactly("moon.jpg", "moon.png");
        FramePicture coloured = FramePicture.of(Files.readAllBytes(pictures.resolve("moon.png")));
        coloured.assertSixteenBits();
        assertThat(coloured.image().getWidth()).isEqualTo(100);
        assertThat(coloured.meanChroma()).isGreaterThan(5);
        coloured.assertLightnessOfGrey(ImageIO.read(frame.toFile()));
        assertThat(out.toString()).contains("moon.png (100 x 70) -> moon.png, .jpg in");
    }

    @Test
    void steersTheColoursByAPaletteOrAPicture() throws Exception {
        model = TinyModel.named("guided").palette(28).write(folder.resolve("guided.onnx"));
        Path frame = fits(frames.resolve("m101.fits"));
        BufferedImage teal = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            teal.setRGB(i % 8, i / 8, 0x10a0a0 + i);
        }
        Path like = folder.resolve("teal.png");
        ImageIO.write(teal, "png", like.toFile());

        assertThat(run("-m", model.toString(), "-t", "1", "-o", pictures + "/sho", "-p", "sho", frame.toString()))
                .isZero();
        assertThat(run(
                        "-m",
                        model.toString(),
                        "-t",
                        "1",
                        "-o",
                        pictures + "/teal",
                        "-p",
                        like.toString(),
                        frame.toString()))
                .isZero();

        assertThat(header(pictures.resolve("sho/m101.fits"))).contains("ACPALETT= 'sho");
        assertThat(header(pictures.resolve("teal/m101.fits"))).contains("ACPALETT= 'like teal.png'");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void refusesAPaletteThatNobodyKnowsAndSaysWhereNoneIsFollowed() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 64, 64);

        assertThat(run("-m", model.toString(), "-o", pictures.toString(), "--palette", "sepia", frame.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("sepia is neither one of natural, sho, hoo, infrared, none nor a picture");
        assertThat(run(
                        "-m",
                        model.toString(),
                        "-o",
                        pictures.toString(),
                        "--palette",
                        frame.toString(),
                        frame.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("moon.png has no colour to take a palette of");
        assertThat(run("-m", model.toString(), "-o", pictures.toString(), "--palette", "sho", frame.toString()))
                .isZero();
        assertThat(err.toString()).contains("the model tiny takes no palette; --palette is passed over");
    }

    private static String header(Path fits) throws IOException {
        return Files.readString(fits, StandardCharsets.ISO_8859_1).substring(0, 5760);
    }

    @Test
    void writesFitsForFitsAndKeepsItsHeader() throws Exception {
        assertThat(colorize(fits(frames.resolve("m101.fits")))).isZero();

        assertThat(written()).containsExactly("m101.fits", "m101.jpg", "m101.png");
        String header = Files.readString(pictures.resolve("m101.fits"), StandardCharsets.ISO_8859_1)
                .substring(0, 5760);
        assertThat(header).contains("OBSERVER= 'somebody").contains("'M 101").contains("HISTORY");
    }

    @Test
    void namesTheFrameItCannotReadAndColoursTheOthers() throws Exception {
        png(frames.resolve("good.png"), 64, 64);
        Files.writeString(frames.resolve("broken.fits"), "SIMPLE  =                    T");
        png(frames.resolve("later.png"), 64, 64);

        assertThat(colorize(frames)).isEqualTo(1);

        assertThat(written()).containsExactly("good.jpg", "good.png", "later.jpg", "later.png");
        assertThat(err.toString()).contains("colorize: broken.fits");
    }

    @Test
    void namesAFileThatIsNotThere() throws Exception {
        Path frame = png(frames.resolve("good.png"), 64, 64);

        assertThat(colorize(frames.resolve("absent.png"), frame)).isEqualTo(1);

        assertThat(err.toString()).contains("absent.png");
        assertThat(written()).containsExactly("good.jpg", "good.png");
    }

    @Test
    void givesFramesOfTheSameNameNamesOfTheirOwn() throws Exception {
        png(frames.resolve("m51.png"), 64, 64);
        fits(frames.resolve("m51.fits"));
        Path below = Files.createDirectory(frames.resolve("night 2"));
        png(below.resolve("M51.PNG"), 64, 64);

        assertThat(colorize(frames)).isZero();

        assertThat(written())
                .containsExactly("M51-3.jpg", "M51-3.png", "m51-2.jpg", "m51-2.png", "m51.fits", "m51.jpg", "m51.png");
    }

    @Test
    void neverOverwritesAFrameWithItsPicture() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 64, 64);
        byte[] before = Files.readAllBytes(frame);
        pictures = frames;

        assertThat(colorize(frames)).isZero();

        assertThat(frame).hasBinaryContent(before);
        assertThat(written()).containsExactly("moon-2.jpg", "moon-2.png", "moon.png");
    }

    @Test
    void skipsWhatItMadeBeforeWhateverItIsCalled() throws Exception {
        fits(frames.resolve("m101.fits"));
        pictures = frames;
        assertThat(colorize(frames)).isZero();
        List<String> once = written();
        Files.move(frames.resolve("m101-2.png"), frames.resolve("renamed.png"));
        Files.move(frames.resolve("m101-2.fits"), frames.resolve("renamed.fits"));

        assertThat(colorize(frames)).isZero();

        assertThat(once).containsExactly("m101-2.fits", "m101-2.jpg", "m101-2.png", "m101.fits");
        assertThat(written()).hasSize(6).containsAll(once).contains("renamed.fits", "renamed.png");
        assertThat(out.toString())
                .contains("m101-2.jpg skipped: made by Astrochrome")
                .contains("renamed.png skipped: made by Astrochrome")
                .contains("renamed.fits skipped: made by Astrochrome");
    }

    @Test
    void saysWhatIsWrongWithAFileAndNotItsPathAlone() throws Exception {
        Files.createSymbolicLink(frames.resolve("gone.fits"), folder.resolve("nowhere.fits"));
        Files.write(frames.resolve("packed.fits.bz2"), new byte[] {'B', 'Z', 'h', '9'});
        Files.write(frames.resolve("raw.cr2"), "II*\0\20\0\0\0CR\2\0".getBytes(StandardCharsets.ISO_8859_1));
        png(frames.resolve("moon.png"), 64, 64);

        assertThat(colorize(frames)).isEqualTo(1);

        assertThat(err.toString())
                .contains("gone.fits cannot be read: no such file or folder")
                .contains("packed.fits.bz2 is packed by bzip2, which is not read; unpack it first")
                .contains("raw.cr2 is camera raw (Canon CR2)");
        assertThat(written()).containsExactly("moon.jpg", "moon.png");
    }

    @Test
    void saysWhyThereIsNoPlaceForPictures() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 64, 64);
        pictures = frame.resolve("below a file");
        assertThat(colorize(frame)).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be made: ").contains("not a directory");
    }

    /** Names are bytes; these are Latin-1, which no locale of UTF-8 can read. */
    @Test
    void coloursEveryOtherFrameWhereANameIsNoText() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 64, 64);
        Process copying = new ProcessBuilder("/bin/sh", "-c", "cp moon.png \"$(printf 'gr\\374n.png')\"")
                .directory(frames.toFile())
                .inheritIO()
                .start();
        assumeThat(copying.waitFor()).as("a file system that takes any bytes").isZero();

        assertThat(colorize(frames)).isEqualTo(1);

        assertThat(err.toString()).contains("its name is no text in the encoding of the locale", "rename it");
        assertThat(written()).containsExactly("moon.jpg", "moon.png");
        assertThat(frame).exists();
    }

    @Test
    void tellsHowAPictureWasTakenFromItsFile() throws Exception {
        Path file = frames.resolve("three.fits");
        try (Fits fits = new Fits()) {
            for (int i = 0; i < 3; i++) {
                fits.addHDU(Fits.makeHDU(new short[40 + i][50]));
            }
            fits.write(file.toFile());
        }

        assertThat(colorize(file)).isZero();

        assertThat(out.toString()).contains("three.fits: the file has 3 pictures, of which 2 are left out");
        assertThat(header(pictures.resolve("three.fits"))).contains("HISTORY   Astrochrome: the file has 3 pictures");
    }

    @Test
    void passesOverWhatIsNoFrameInAFolder() throws Exception {
        png(frames.resolve("moon.png"), 64, 64);
        Files.writeString(frames.resolve("notes.txt"), "clear sky");

        assertThat(colorize(frames)).isZero();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysSoWhereAFolderHasNoFrames() {
        assertThat(colorize(frames)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no frame in");
    }

    @Test
    void refusesWrongUsage() throws Exception {
        Path frame = png(frames.resolve("moon.png"), 64, 64);

        assertThat(run(frame.toString())).as("no -o").isEqualTo(2);
        assertThat(run("-o", pictures.toString())).as("no frames").isEqualTo(2);
        assertThat(run(frame.toString(), "-o", pictures.toString(), "--stretch", "wide"))
                .as("no such stretch")
                .isEqualTo(2);
        assertThat(run(frame.toString(), "-o", pictures.toString(), "--threads", "0"))
                .as("no threads")
                .isEqualTo(2);
        assertThat(run(frame.toString(), "-o", pictures.toString(), "--model", "absent.onnx"))
                .as("no such model")
                .isEqualTo(2);
        assertThat(err.toString()).contains("a stretch is one of").contains("absent.onnx");
    }

    @Test
    void refusesAModelThatFailsItsChecks() throws Exception {
        TinyModel.named("foreign").with("astrochrome.contract", "9").write(model);

        assertThat(colorize(png(frames.resolve("moon.png"), 64, 64))).isEqualTo(1);

        assertThat(err.toString()).contains("tiny.onnx is rejected").contains("astrochrome.contract must be 1");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("colorize")
                .contains("--stretch")
                .contains("Exit codes")
                .contains("NAME.png");
    }
}
