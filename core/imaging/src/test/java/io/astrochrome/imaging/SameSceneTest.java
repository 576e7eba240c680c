package io.astrochrome.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.TestFits;
import io.astrochrome.imaging.decode.raster.PngFile;
import io.astrochrome.imaging.decode.raster.TiffFile;
import io.astrochrome.imaging.decode.xisf.XisfFile;
import io.astrochrome.imaging.prepare.FrameReducer;
import io.astrochrome.imaging.stretch.StretchChoice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * One scene, stored in every format, kind of number, byte order, scale and offset, is one picture. What is compared is what
 * a person would see: L* of each pixel after the default stretch.
 */
class SameSceneTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 64;

    /** The scene as a camera of 8 bits sees it: sky 12, noise 1.5, a nebula and stars. */
    private static final int[] SCENE = scene();

    private static Path folder;
    private static float[] seen;

    /** How the scene is stored. */
    private enum Container {
        FITS_8(0, 255, true),
        FITS_16(-32768, 32767, true),
        FITS_UNSIGNED_16(0, 65535, true),
        FITS_32(-1e9, 1e9, true),
        FITS_64(-1e15, 1e15, true),
        FITS_FLOAT(-1e37, 1e37, false),
        FITS_DOUBLE(-1e250, 1e250, false),
        XISF_8(0, 255, true),
        XISF_16(0, 65535, true),
        XISF_32(0, 4e9, true),
        XISF_FLOAT(-1e37, 1e37, false),
        XISF_DOUBLE(-1e250, 1e250, false),
        TIFF_16(0, 65535, true),
        TIFF_SIGNED_16(-32768, 32767, true),
        TIFF_SIGNED_32(-1e9, 1e9, true),
        TIFF_FLOAT(-1e37, 1e37, false),
        TIFF_DOUBLE(-1e250, 1e250, false),
        PNG_16(0, 65535, true);

        private final double least;
        private final double greatest;
        private final boolean integers;

        Container(double least, double greatest, boolean integers) {
            this.least = least;
            this.greatest = greatest;
            this.integers = integers;
        }

        boolean holds(double value) {
            return value >= least && value <= greatest;
        }
    }

    /** The container, and what a count of the scene becomes in it. */
    private record Stored(Container container, double scale, double offset, boolean big) {}

    @BeforeContainer
    static void setUp() throws IOException {
        folder = Files.createTempDirectory("same-scene");
        seen = lightness(bytes(new Stored(Container.FITS_UNSIGNED_16, 1, 0, true)));
    }

    @AfterContainer
    static void tearDown() throws IOException {
        Files.deleteIfExists(folder.resolve("frame"));
        Files.deleteIfExists(folder);
    }

    @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE)
    void looksTheSame(@ForAll("stored") Stored stored) {
        float[] lightness = lightness(bytes(stored));
        for (int i = 0; i < seen.length; i++) {
            assertThat(lightness[i]).as("L* of pixel %d of %s", i, stored).isCloseTo(seen[i], within(1f));
        }
    }

    @Provide
    Arbitrary<Stored> stored() {
        return Arbitraries.of(Container.class).flatMap(container -> Combinators.combine(
                        scale(container), offset(container), Arbitraries.of(true, false))
                .as((scale, offset, big) -> new Stored(container, scale, offset, big))
                .filter(SameSceneTest::fits));
    }

    private static Arbitrary<Double> scale(Container container) {
        return container.integers
                ? Arbitraries.of(1.0, 4.0, 16.0, 100.0, 257.0)
                : Arbitraries.of(1 / 255.0, 1.0, 257.0, 1e-17, 3e-5, 7e12, 1e29, 1e-60, 1e60)
                        .filter(scale -> container.holds(scale * 1e7) && container.holds(1e6 / scale));
    }

    private static Arbitrary<Double> offset(Container container) {
        return Arbitraries.of(0.0, -12.0, -200.0, 1000.0, 20_000.0);
    }

    private static boolean fits(Stored stored) {
        for (int value : SCENE) {
            if (!stored.container.holds(value * stored.scale + offsetInFile(stored))) {
                return false;
            }
        }
        return true;
    }

    /** Offsets are counts of the scene, but for integers, which could not hold them scaled. */
    private static double offsetInFile(Stored stored) {
        return stored.container.integers ? stored.offset : stored.offset * stored.scale;
    }

    private static byte[] bytes(Stored stored) {
        IntToDoubleFunction value = i -> SCENE[i] * stored.scale + offsetInFile(stored);
        ByteOrder order = stored.big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return switch (stored.container) {
            case FITS_8 -> fits(new byte[HEIGHT][WIDTH], value);
            case FITS_16 -> fits(new short[HEIGHT][WIDTH], value);
            case FITS_UNSIGNED_16 ->
                TestFits.of(rows(new short[HEIGHT][WIDTH], i -> value.applyAsDouble(i) - 32768))
                        .with("BZERO", 32768)
                        .with("ROWORDER", "TOP-DOWN")
                        .bytes();
            case FITS_32 -> fits(new int[HEIGHT][WIDTH], value);
            case FITS_64 -> fits(new long[HEIGHT][WIDTH], value);
            case FITS_FLOAT -> fits(new float[HEIGHT][WIDTH], value);
            case FITS_DOUBLE -> fits(new double[HEIGHT][WIDTH], value);
            case XISF_8 -> xisf("UInt8", packed(8, false, order, value), order);
            case XISF_16 -> xisf("UInt16", packed(16, false, order, value), order);
            case XISF_32 -> xisf("UInt32", packed(32, false, order, value), order);
            case XISF_FLOAT -> xisf("Float32", packed(32, true, order, value), order);
            case XISF_DOUBLE -> xisf("Float64", packed(64, true, order, value), order);
            case TIFF_16 -> tiff(16, 1, packed(16, false, order, value), order);
            case TIFF_SIGNED_16 -> tiff(16, 2, packed(16, false, order, value), order);
            case TIFF_SIGNED_32 -> tiff(32, 2, packed(32, false, order, value), order);
            case TIFF_FLOAT -> tiff(32, 3, packed(32, true, order, value), order);
            case TIFF_DOUBLE -> tiff(64, 3, packed(64, true, order, value), order);
            case PNG_16 -> png(value);
        };
    }

    private static byte[] fits(Object array, IntToDoubleFunction value) {
        return TestFits.of(rows(array, value)).with("ROWORDER", "TOP-DOWN").bytes();
    }

    private static Object rows(Object array, IntToDoubleFunction value) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double number = value.applyAsDouble(i);
            int y = i / WIDTH;
            int x = i % WIDTH;
            if (array instanceof byte[][] bytes) {
                bytes[y][x] = (byte) Math.round(number);
            } else if (array instanceof short[][] shorts) {
                shorts[y][x] = (short) Math.round(number);
            } else if (array instanceof int[][] ints) {
                ints[y][x] = (int) Math.round(number);
            } else if (array instanceof long[][] longs) {
                longs[y][x] = Math.round(number);
            } else if (array instanceof float[][] floats) {
                floats[y][x] = (float) number;
            } else {
                ((double[][]) array)[y][x] = number;
            }
        }
        return array;
    }

    private static byte[] packed(int bits, boolean floating, ByteOrder order, IntToDoubleFunction value) {
        ByteBuffer bytes = ByteBuffer.allocate(WIDTH * HEIGHT * bits / 8).order(order);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double number = value.applyAsDouble(i);
            switch (bits) {
                case 8 -> bytes.put((byte) Math.round(number));
                case 16 -> bytes.putShort((short) Math.round(number));
                case 32 -> {
                    if (floating) {
                        bytes.putFloat((float) number);
                    } else {
                        bytes.putInt((int) Math.round(number));
                    }
                }
                default -> bytes.putDouble(number);
            }
        }
        return bytes.array();
    }

    private static byte[] xisf(String format, byte[] pixels, ByteOrder order) {
        return new XisfFile(WIDTH + ":" + HEIGHT + ":1", format, pixels)
                .with("byteOrder", order == ByteOrder.BIG_ENDIAN ? "big" : "little")
                .bytes();
    }

    private static byte[] tiff(int bits, int sampleFormat, byte[] pixels, ByteOrder order) {
        return new TiffFile(order, WIDTH, HEIGHT, 1, bits, sampleFormat, pixels).bytes();
    }

    private static byte[] png(IntToDoubleFunction value) {
        byte[] pixels = packed(16, false, ByteOrder.BIG_ENDIAN, value);
        ByteBuffer rows = ByteBuffer.allocate(HEIGHT * (1 + 2 * WIDTH));
        for (int y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0).put(pixels, y * 2 * WIDTH, 2 * WIDTH);
        }
        return new PngFile()
                .header(WIDTH, HEIGHT, 16, 0, false)
                .data(rows.array())
                .end();
    }

    private static float[] lightness(byte[] file) {
        DecodedFrame frame = new Decoding(folder).frame(file);
        assertThat(frame.linear()).isTrue();
        Luminance16 luminance = FrameReducer.luminance(
                StretchChoice.DEFAULT.of(frame).fit(frame).apply(frame));
        float[] lightness = new float[frame.pixels()];
        for (int i = 0; i < lightness.length; i++) {
            lightness[i] = luminance.lStar(i);
        }
        return lightness;
    }

    private static int[] scene() {
        Random random = new Random(20261129);
        int[] scene = new int[WIDTH * HEIGHT];
        for (int i = 0; i < scene.length; i++) {
            double x = i % WIDTH - 30;
            double y = i / (double) WIDTH - 40;
            double nebula = 8 * Math.exp(-(x * x + y * y) / 200);
            scene[i] = (int) Math.round(12 + nebula + 1.5 * random.nextGaussian());
        }
        for (int star = 0; star < 40; star++) {
            int x = 2 + random.nextInt(WIDTH - 4);
            int y = 2 + random.nextInt(HEIGHT - 4);
            double peak = 20 + 200 * Math.pow(random.nextDouble(), 3);
            for (int dy = -2; dy <= 2; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    int at = (y + dy) * WIDTH + x + dx;
                    scene[at] = (int) Math.min(255, scene[at] + peak * Math.exp(-(dx * dx + dy * dy) / 1.5));
                }
            }
        }
        return scene;
    }
}
