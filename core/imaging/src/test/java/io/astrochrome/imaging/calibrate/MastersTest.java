package io.astrochrome.imaging.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.TestFits;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.linear.ChannelLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera with a bias of its own, a dark current that differs from pixel to pixel, and a vignette with a grain of dust. */
class MastersTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final double SKY = 3000;
    private static final FrameDecoder DECODER = new FrameDecoder(DecodeLimits.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void aDarkOfTheSameExposureAndAFlatGiveTheSky() throws IOException {
        Masters masters = masters(darks(9, 60), flats(9, "L"), biases(9));
        Calibration calibration = calibration(masters, light("L", 60));
        assertThat(calibration.summary()).isEqualTo("dark of 60 s, flat of L");
        assertThat(worst(calibration, light("L", 60))).isLessThan(0.02);
        assertThat(worst(Calibration.NONE, light("L", 60))).isGreaterThan(0.3);
    }

    @Test
    void anotherDarkIsScaledByABias() throws IOException {
        Masters masters = masters(darks(9, 300), flats(9, "L"), biases(9));
        Calibration calibration = calibration(masters, light("L", 60));
        assertThat(calibration.summary()).isEqualTo("bias, dark of 300 s scaled, flat of L");
        assertThat(worst(calibration, light("L", 60))).isLessThan(0.02);
    }

    @Test
    void anotherDarkWithoutABiasIsNotUsed() throws IOException {
        assertThat(calibration(masters(darks(3, 300)), light("L", 60)).summary())
                .isEmpty();
    }

    @Test
    void aFlatServesItsFilterAlone() throws IOException {
        Masters masters = masters(flats(3, "Ha"), biases(3));
        assertThat(calibration(masters, light("H-alpha 7nm", 60)).summary()).isEqualTo("bias, flat of Ha");
        assertThat(calibration(masters, light("OIII", 60)).summary()).isEqualTo("bias");
    }

    @ParameterizedTest(name = "dark {0} x {1} px of gain {2}")
    @CsvSource({"60, 40, 100, true", "60, 40, 0, true", "60, 40, 200, false", "40, 60, 100, false", "30, 20, 100, false"
    })
    void aDarkServesItsSizeAndGainAlone(int width, int height, int gain, boolean serves) throws IOException {
        TestFits dark =
                TestFits.of(new short[height][width]).with("IMAGETYP", "Dark").with("EXPTIME", 60.0);
        Masters masters = masters(List.of(write(gain == 0 ? dark : dark.with("GAIN", gain))));
        assertThat(calibration(masters, light("L", 60)).summary().isEmpty()).isNotEqualTo(serves);
    }

    @Test
    void whatIsInOneDarkOfManyIsLeftOut() throws IOException {
        List<Path> darks = new ArrayList<>(darks(8, 60));
        darks.add(write(frame((x, y) -> x == y ? 60000 : bias(x, y) + 60 * current(x, y), 99)
                .with("IMAGETYP", "Dark Frame")
                .with("GAIN", 100.0)
                .with("EXPTIME", 60.0)));
        assertThat(worst(calibration(masters(darks, flats(9, "L"), biases(9)), light("L", 60)), light("L", 60)))
                .isLessThan(0.02);
    }

    @Test
    void aMasterThatRunsToOneMeansSixteenBits() throws IOException {
        float[][] values = new float[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                values[y][x] = (float) ((bias(x, y) + 60 * current(x, y)) / 65535);
            }
        }
        Path master = write(TestFits.of(values).with("IMAGETYP", "Master Dark").with("EXPTIME", 60.0));
        Calibration calibration = calibration(masters(List.of(master), flats(9, "L"), biases(9)), light("L", 60));
        assertThat(worst(calibration, light("L", 60))).isLessThan(0.02);
    }

    @Test
    void aMasterFlatHasHadItsBiasTakenOffAlready() throws IOException {
        TestFits flat =
                frame((x, y) -> 2000 * seen(x, y), 5).with("FILTER", "L").with("EXPTIME", 1.0);
        Path master = write(flat.with("IMAGETYP", "Master Flat"));
        Calibration calibration = calibration(masters(darks(9, 60), biases(9), List.of(master)), light("L", 60));
        assertThat(calibration.summary()).isEqualTo("dark of 60 s, flat of L");
        assertThat(worst(calibration, light("L", 60))).isLessThan(0.04);
    }

    @Test
    void aFlatWithoutLightIsNone() throws IOException {
        Path dark = write(
                frame((x, y) -> bias(x, y) - 100, 5).with("IMAGETYP", "Flat").with("EXPTIME", 1.0));
        Masters masters = masters(biases(9), List.of(dark));
        assertThat(masters.problems()).singleElement().asString().contains("no light", dark.getFileName() + "");
        assertThat(masters.contents()).containsExactly("bias (9 frames)");
    }

    @Test
    void whereTheHeaderIsSilentTheNamesTell() throws IOException {
        Path darks = Files.createDirectories(folder.resolve("Darks 60s"));
        Path file = Files.write(
                darks.resolve("0001.fits"),
                TestFits.of(new short[HEIGHT][WIDTH]).with("EXPTIME", 60.0).bytes());
        assertThat(calibration(masters(List.of(file)), light("L", 60)).summary())
                .isEqualTo("dark of 60 s");
        assertThat(SubFacts.Kind.namedBy(Path.of("/n/lights/M 42_flat.fits"))).contains(SubFacts.Kind.FLAT);
        assertThat(SubFacts.Kind.namedBy(Path.of("/n/flats/dark-flat_1.fits"))).contains(SubFacts.Kind.DARK);
        assertThat(SubFacts.Kind.namedBy(Path.of("/n/Dark Nebulae Survey/0.fits")))
                .contains(SubFacts.Kind.DARK);
        assertThat(SubFacts.Kind.namedBy(Path.of("/n/flatlands/0.fits"))).isEmpty();
        assertThat(SubFacts.Kind.ofFolder("Darks_60s")).isEmpty();
        assertThat(SubFacts.Kind.ofFolder("Dark Shark")).isEmpty();
        assertThat(SubFacts.Kind.ofFolder("DARK FLATS")).contains(SubFacts.Kind.DARK);
    }

    @Test
    void saysWhatItCannotTake() throws IOException {
        Path light = write(frame((x, y) -> 100, 1).with("IMAGETYP", "LIGHT"));
        Path broken = Files.writeString(folder.resolve("broken-dark.fits"), "no FITS");
        Masters masters = masters(List.of(light, broken));
        assertThat(masters.problems()).hasSize(2);
        assertThat(masters.problems().toString())
                .contains("broken-dark.fits", light.getFileName() + " is no dark, flat or bias frame");
        assertThat(masters.contents()).isEmpty();
    }

    @Test
    void leavesNoFile() throws IOException {
        masters(darks(3, 60), flats(3, "L"), biases(3));
        try (var left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    /** The farthest that a pixel is from the mean, as a part of it, which is the sky's where the flat is 1 in the mean. */
    private static double worst(Calibration calibration, DecodedFrame light) {
        ChannelLight calibrated = calibration.apply(ChannelLight.of(light, 0), 0);
        double mean = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            mean += calibrated.value(i) / (WIDTH * HEIGHT);
        }
        assertThat(mean).isCloseTo(SKY, within(0.3 * SKY));
        double worst = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            worst = Math.max(worst, Math.abs(calibrated.value(i) / mean - 1));
        }
        return worst;
    }

    private static Calibration calibration(Masters masters, DecodedFrame light) {
        return masters.of(light, SubFacts.of(light, FilterNames.STANDARD));
    }

    @SafeVarargs
    private Masters masters(List<Path>... files) throws IOException {
        List<Path> all = new ArrayList<>();
        List.of(files).forEach(all::addAll);
        return Masters.read(all, DECODER, FilterNames.STANDARD, folder.resolve("work"));
    }

    private List<Path> darks(int count, double seconds) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(write(frame((x, y) -> bias(x, y) + seconds * current(x, y), i)
                    .with("IMAGETYP", "Dark Frame")
                    .with("GAIN", 100.0)
                    .with("EXPTIME", seconds)));
        }
        return files;
    }

    private List<Path> biases(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(write(
                    frame(MastersTest::bias, 100 + i).with("IMAGETYP", "BIAS").with("GAIN", 100L)));
        }
        return files;
    }

    private List<Path> flats(int count, String filter) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double bright = 20000 + 500 * i;
            files.add(write(frame((x, y) -> bias(x, y) + bright * seen(x, y), 200 + i)
                    .with("IMAGETYP", "Flat Field")
                    .with("FILTER", filter)
                    .with("EXPTIME", 1.0)));
        }
        return files;
    }

    private DecodedFrame light(String filter, double seconds) throws IOException {
        Path file = write(frame((x, y) -> bias(x, y) + seconds * current(x, y) + SKY * seen(x, y), 300)
                .with("IMAGETYP", "Light Frame")
                .with("FILTER", filter)
                .with("GAIN", 100.0)
                .with("EXPTIME", seconds));
        return ((Decoded) DECODER.decode(file, file.getFileName().toString())).frame();
    }

    private Path write(TestFits fits) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder.resolve("in")), "f", ".fits");
        return Files.write(file, fits.bytes());
    }

    private interface Value {
        double of(int x, int y);
    }

    private static TestFits frame(Value value, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                values[y][x] = (float) (value.of(x, y) + 6 * random.nextGaussian());
            }
        }
        return TestFits.of(values);
    }

    private static double bias(int x, int y) {
        return 500 + 40 * (x % 7) + 3 * y;
    }

    private static double current(int x, int y) {
        return (x * 31 + y * 17) % 23 == 0 ? 30 : 1;
    }

    private static double seen(int x, int y) {
        double r2 = Math.pow((x - 30) / 40.0, 2) + Math.pow((y - 20) / 40.0, 2);
        return (1 - 0.3 * r2) * (Math.hypot(x - 12, y - 9) < 4 ? 0.7 : 1);
    }
}
