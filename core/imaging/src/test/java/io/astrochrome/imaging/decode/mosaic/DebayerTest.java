package io.astrochrome.imaging.decode.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
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
                FilterPattern pattern = FilterPattern.named(name).orElseThrow().from(offset % 2, offset / 2);
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
        FilterPattern pattern = FilterPattern.named(name).orElseThrow();
        assertThat(pattern).isEqualTo(new FilterPattern(2, 2, List.of(first, second, third, fourth)));
        FilterPattern right = pattern.from(1, 0);
        assertThat(right.colourAt(0, 0)).as("one column further").isEqualTo(pattern.colourAt(1, 0));
        FilterPattern down = pattern.from(-1, 1);
        assertThat(down.colourAt(0, 0)).as("negative offsets count as well").isEqualTo(pattern.colourAt(1, 1));
    }

    @ParameterizedTest
    @EnumSource(Debayer.class)
    void keepsWhatThePixelSawAndTurnsRows(Debayer debayer) {
        FilterPattern pattern = FilterPattern.named("RGGB").orElseThrow();
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
        FilterPattern pattern = FilterPattern.named("GBRG").orElseThrow();
        float[] mosaic = new float[width * height];
        Arrays.fill(mosaic, 0.5f);
        for (Samples plane : Debayer.MALVAR.planes(new FloatSamples(mosaic), width, height, pattern, row -> row)) {
            for (int i = 0; i < plane.length(); i++) {
                assertThat(plane.get(i)).isCloseTo(0.5f, within(1e-5f));
            }
        }
    }

    private static FloatSamples flat(FilterPattern pattern) {
        float[] mosaic = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                mosaic[y * WIDTH + x] = COLOUR[pattern.colourAt(x, y)];
            }
        }
        return new FloatSamples(mosaic);
    }
}
