package io.astrochrome.imaging.decode.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.FloatSamples;
import io.astrochrome.imaging.decode.Samples;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DebayerTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 18;
    private static final float[] COLOUR = {0.75f, 0.5f, 0.25f};

    @ParameterizedTest
    @CsvSource({"RGGB", "BGGR", "GRBG", "GBRG"})
    void givesAFlatColourBackFromEveryPatternAtEveryOffset(String name) {
        for (Debayer debayer : Debayer.values()) {
            for (int offset = 0; offset < 4; offset++) {
                BayerPattern pattern =
                        BayerPattern.named(name, offset % 2, offset / 2).orElseThrow();
                List<Samples> planes = debayer.planes(flat(pattern), WIDTH, HEIGHT, pattern, row -> row);
                for (int c = 0; c < 3; c++) {
                    for (int i = 0; i < WIDTH * HEIGHT; i++) {
                        assertThat(planes.get(c).get(i)).isCloseTo(COLOUR[c], within(1e-5f));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"RGGB, 0, 1, 1, 2", "BGGR, 2, 1, 1, 0", "GRBG, 1, 0, 2, 1", "GBRG, 1, 2, 0, 1"})
    void knowsWhichPixelSawWhat(String name, int first, int second, int third, int fourth) {
        BayerPattern pattern = BayerPattern.named(name, 0, 0).orElseThrow();
        assertThat(pattern).isEqualTo(new BayerPattern(first, second, third, fourth));
        BayerPattern right = BayerPattern.named(name, 1, 0).orElseThrow();
        assertThat(right.topLeft()).as("one column further").isEqualTo(pattern.topRight());
        BayerPattern down = BayerPattern.named(name, -1, 1).orElseThrow();
        assertThat(down.topLeft()).as("negative offsets count as well").isEqualTo(pattern.bottomRight());
    }

    @ParameterizedTest
    @EnumSource(Debayer.class)
    void keepsWhatThePixelSawAndTurnsRows(Debayer debayer) {
        BayerPattern pattern = BayerPattern.named("RGGB", 0, 0).orElseThrow();
        short[] mosaic = new short[WIDTH * HEIGHT];
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] = (short) (i * 97);
        }
        List<Samples> planes =
                debayer.planes(new UnsignedShortSamples(mosaic), WIDTH, HEIGHT, pattern, row -> HEIGHT - 1 - row);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                short[] plane = ((UnsignedShortSamples) planes.get(pattern.colourAt(x, y))).values();
                assertThat(plane[(HEIGHT - 1 - y) * WIDTH + x]).isEqualTo(mosaic[y * WIDTH + x]);
            }
        }
    }

    @Property(tries = 50)
    void copesWithEverySizeFromTwoByTwo(
            @ForAll @IntRange(min = 2, max = 9) int width, @ForAll @IntRange(min = 2, max = 9) int height) {
        BayerPattern pattern = BayerPattern.named("GBRG", 0, 0).orElseThrow();
        float[] mosaic = new float[width * height];
        Arrays.fill(mosaic, 0.5f);
        for (Samples plane : Debayer.MALVAR.planes(new FloatSamples(mosaic), width, height, pattern, row -> row)) {
            for (int i = 0; i < plane.length(); i++) {
                assertThat(plane.get(i)).isCloseTo(0.5f, within(1e-5f));
            }
        }
    }

    private static FloatSamples flat(BayerPattern pattern) {
        float[] mosaic = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                mosaic[y * WIDTH + x] = COLOUR[pattern.colourAt(x, y)];
            }
        }
        return new FloatSamples(mosaic);
    }
}
