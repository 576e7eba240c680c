package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.decode.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.compression.algorithm.quant.QuantizeOption;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames as telescopes write them: a simulated sky in each form, and where there are frames of real telescopes those too. */
class TelescopeFramesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    /** As fpack does unasked. */
    private static final double STEPS_PER_NOISE = 4;

    private static final Path REAL =
            Path.of(System.getProperty("astrochrome.shared", "absent")).resolve("data/fits");

    @TempDir
    static Path made;

    private final FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);

    @BeforeAll
    static void makeFrames() throws IOException, FitsException {
        short[][] counts = counts();
        write("int16.fits", TestFits.of(counts).with("OBJECT", "M67").with("DATE-OBS", "2018-09-07T22:31:45.431"));
        write("unknown.fits", TestFits.of(counts).with("OBJECT", "Unknown"));
        write("int32.fits", TestFits.of(ints(counts)).with("OBJECT", "M13"));
        write("float32.fits", TestFits.of(floats(counts, 1)));
        write("float64.fits", TestFits.of(doubles(counts)));
        write("colour.fits", TestFits.of(new float[][][] {floats(counts, 1), floats(counts, 0.8), floats(counts, 0.6)
        }));
        write("moon.fits", TestFits.of(disc(60)));
        write("jupiter.fits", TestFits.of(new byte[][][] {disc(60), disc(50), disc(40)}));
        for (String algorithm : new String[] {"RICE_1", "GZIP_1", "PLIO_1", "HCOMPRESS_1"}) {
            compress(algorithm + ".fits", counts, algorithm, null);
        }
        compress("float32-RICE_1.fits", floats(counts, 1), "RICE_1", "SUBTRACTIVE_DITHER_1");
    }

    static Stream<Arguments> frames() {
        return Stream.concat(
                Stream.of(
                        Arguments.of(made.resolve("int16.fits"), WIDTH, HEIGHT, 1, true),
                        Arguments.of(made.resolve("int32.fits"), WIDTH, HEIGHT, 1, true),
                        Arguments.of(made.resolve("float32.fits"), WIDTH, HEIGHT, 1, true),
                        Arguments.of(made.resolve("float64.fits"), WIDTH, HEIGHT, 1, true),
                        Arguments.of(made.resolve("colour.fits"), WIDTH, HEIGHT, 3, true),
                        Arguments.of(made.resolve("RICE_1.fits"), WIDTH, HEIGHT, 1, true),
                        Arguments.of(made.resolve("moon.fits"), WIDTH, HEIGHT, 1, false),
                        Arguments.of(made.resolve("jupiter.fits"), WIDTH, HEIGHT, 3, false)),
                real(
                        Arguments.of(REAL.resolve("als_light_1069.fits"), 1304, 976, 3, true),
                        Arguments.of(REAL.resolve("dss_hd219829.fits"), 141, 141, 1, true),
                        Arguments.of(REAL.resolve("g014_afm.fits"), 648, 486, 1, true),
                        Arguments.of(REAL.resolve("gc_2mass_j.fits"), 721, 720, 1, true),
                        Arguments.of(REAL.resolve("horsehead_poss_int16.fits"), 891, 893, 1, true),
                        Arguments.of(REAL.resolve("jupiter_afm.fits"), 800, 800, 3, false),
                        Arguments.of(REAL.resolve("m67_hh.fits"), 1059, 1059, 1, true),
                        Arguments.of(REAL.resolve("moon_small_afm.fits"), 616, 620, 1, false)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void decodesAndProbesAlike(Path file, int width, int height, int channels, boolean linear) {
        DecodedFrame frame = decode(file);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        assertThat(frame.channels()).isEqualTo(channels);
        assertThat(frame.linear()).isEqualTo(linear);
        assertThat(decoder.probe(file, "frame"))
                .isEqualTo(new Probed(
                        MediaType.FITS,
                        width,
                        height,
                        channels,
                        frame.object(),
                        frame.exposedAt(),
                        FitsFacts.of(frame.fitsCards().toArray(String[]::new)).imageType()));
    }

    static Stream<Arguments> tiles() {
        return Stream.concat(
                Stream.of("RICE_1", "GZIP_1", "PLIO_1", "HCOMPRESS_1")
                        .map(name -> Arguments.of(made.resolve(name + ".fits"), made.resolve("int16.fits"))),
                real(Stream.of("rice", "gzip", "plio", "hcompress")
                        .map(name -> Arguments.of(
                                REAL.resolve("m13_tile_" + name + ".fits"), REAL.resolve("m13_int16.fits")))
                        .toArray(Arguments[]::new)));
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void decompressesTilesToTheVeryNumbersOfThePlainFrame(Path tiles, Path frame) {
        DecodedFrame plain = decode(frame);
        DecodedFrame tiled = decode(tiles);
        assertThat(tiled.planes()).usingRecursiveComparison().isEqualTo(plain.planes());
        assertThat(tiled.levels()).isEqualTo(plain.levels());
    }

    static Stream<Arguments> quantisedTiles() {
        return Stream.concat(
                Stream.of(Arguments.of(made.resolve("float32-RICE_1.fits"), made.resolve("float32.fits"))),
                real(Arguments.of(REAL.resolve("m13_float32_tile_rice.fits"), REAL.resolve("m13_float32.fits"))));
    }

    @ParameterizedTest
    @MethodSource("quantisedTiles")
    void decompressesQuantisedFloatsCloseToThePlainFrame(Path tiles, Path frame) {
        Samples plain = decode(frame).plane(0);
        Samples tiled = decode(tiles).plane(0);
        double worst = 0;
        for (int i = 0; i < plain.length(); i++) {
            worst = Math.max(worst, Math.abs(plain.get(i) - tiled.get(i)));
        }
        assertThat(worst).as("in units of the whole range").isLessThan(0.002);
    }

    @Test
    void knowsTheObjectAndTheTime() {
        DecodedFrame frame = decode(made.resolve("int16.fits"));
        assertThat(frame.object()).contains("M67");
        assertThat(frame.exposedAt().map(Object::toString)).isEqualTo(Optional.of("2018-09-07T22:31:45.431Z"));
        assertThat(decode(made.resolve("unknown.fits")).object())
                .as("it says Unknown")
                .isEmpty();
    }

    private static Stream<Arguments> real(Arguments... frames) {
        return Files.isDirectory(REAL) ? Stream.of(frames) : Stream.empty();
    }

    private DecodedFrame decode(Path file) {
        DecodeOutcome outcome = decoder.decode(file, "frame");
        assertThat(outcome).isInstanceOf(Decoded.class);
        return ((Decoded) outcome).frame();
    }

    private static void write(String name, TestFits fits) throws IOException {
        Files.write(made.resolve(name), fits.bytes());
    }

    private static void compress(String name, Object pixels, String algorithm, String quantising)
            throws IOException, FitsException {
        try (Fits fits = new Fits()) {
            // HCOMPRESS is of squares, the others of rows.
            int rows = algorithm.equals("HCOMPRESS_1") ? HEIGHT / 4 : 1;
            CompressedImageHDU tiles = CompressedImageHDU.fromImageHDU((ImageHDU) Fits.makeHDU(pixels), WIDTH, rows);
            tiles.setCompressAlgorithm(algorithm).setQuantAlgorithm(quantising);
            if (quantising != null) {
                tiles.getCompressOption(QuantizeOption.class).setQlevel(STEPS_PER_NOISE);
            }
            tiles.compress();
            fits.addHDU(tiles);
            fits.write(made.resolve(name).toFile());
        }
    }

    /** A dark sky with its noise, and stars. */
    private static short[][] counts() {
        Random random = new Random(67);
        short[][] counts = new short[HEIGHT][WIDTH];
        for (short[] row : counts) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (short) Math.round(800 + 30 * random.nextGaussian());
            }
        }
        for (int star = 0; star < 60; star++) {
            int left = random.nextInt(WIDTH - 9);
            int top = random.nextInt(HEIGHT - 9);
            double peak = 20_000 * random.nextDouble();
            for (int i = 0; i < 81; i++) {
                double distance = Math.hypot(i % 9 - 4, i / 9 - 4);
                counts[top + i / 9][left + i % 9] += (short) (peak * Math.exp(-distance * distance / 3));
            }
        }
        return counts;
    }

    private static int[][] ints(short[][] counts) {
        int[][] ints = new int[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            ints[i / WIDTH][i % WIDTH] = 16 * counts[i / WIDTH][i % WIDTH];
        }
        return ints;
    }

    private static float[][] floats(short[][] counts, double factor) {
        float[][] floats = new float[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            floats[i / WIDTH][i % WIDTH] = (float) (factor * counts[i / WIDTH][i % WIDTH] / 65535);
        }
        return floats;
    }

    private static double[][] doubles(short[][] counts) {
        double[][] doubles = new double[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            doubles[i / WIDTH][i % WIDTH] = counts[i / WIDTH][i % WIDTH];
        }
        return doubles;
    }

    /** A disc in black, as planets and the Moon are published. */
    private static byte[][] disc(int contrast) {
        byte[][] disc = new byte[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean inside = Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) < 100;
            disc[y][x] = (byte) (inside ? 120 + contrast * Math.sin(0.1 * x) * Math.cos(0.13 * y) : 2);
        }
        return disc;
    }
}
