package io.astrochrome.imaging.decode.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterMosaicTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 45;
    private static final float[] COLOUR = {0.6f, 0.5f, 0.2f};
    private static final String X_TRANS = "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG";

    @ParameterizedTest
    @ValueSource(strings = {X_TRANS, "RGGB", "RGBGGRGBBGRGGBGR", "RGBRGBRGB"})
    void givesAFlatColourBackFromEveryTileAtEveryOffset(String name) {
        FilterPattern named = FilterPattern.named(name).orElseThrow();
        for (int offset = 0; offset < 9; offset++) {
            FilterPattern pattern = named.from(offset, 2 * offset);
            List<Samples> planes = new FilterMosaic(flat(pattern), WIDTH, HEIGHT, pattern).planes(row -> row);
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < WIDTH * HEIGHT; i++) {
                    assertThat(planes.get(c).get(i)).isCloseTo(COLOUR[c], within(1e-5f));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {X_TRANS, "RGGB", "GBRG"})
    void darkensNothingAroundMissingPixels(String name) {
        FilterPattern pattern = FilterPattern.named(name).orElseThrow();
        float[] sky = {0.30f, 0.28f, 0.26f};
        Random noise = new Random(1);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            boolean alone = i % 97 == 0;
            boolean inBlock = i % WIDTH >= 20 && i % WIDTH < 40 && i / WIDTH >= 10 && i / WIDTH < 30;
            float seen = sky[pattern.colourAt(i % WIDTH, i / WIDTH)] + 0.002f * (float) noise.nextGaussian();
            values[i] = alone || inBlock ? 0 : seen;
        }
        List<Samples> planes = new FilterMosaic(new FloatSamples(values), WIDTH, HEIGHT, pattern).planes(row -> row);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < values.length; i++) {
                assertThat(planes.get(c).get(i)).isCloseTo(values[i] == 0 ? 0 : sky[c], within(0.03f));
            }
        }
    }

    @Test
    void keepsAGradientWithoutATraceOfTheTile() {
        FilterPattern pattern = FilterPattern.named(X_TRANS).orElseThrow();
        float[] mosaic = new float[WIDTH * HEIGHT];
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] = COLOUR[pattern.colourAt(i % WIDTH, i / WIDTH)] * (0.5f + 0.5f * (i % WIDTH) / WIDTH);
        }
        List<Samples> planes = new FilterMosaic(new FloatSamples(mosaic), WIDTH, HEIGHT, pattern).planes(row -> row);
        for (int y = 3; y < HEIGHT - 3; y++) {
            for (int x = 3; x < WIDTH - 3; x++) {
                for (int c = 0; c < 3; c++) {
                    float right = COLOUR[c] * (0.5f + 0.5f * x / WIDTH);
                    assertThat(planes.get(c).get(y * WIDTH + x)).isCloseTo(right, within(0.006f));
                }
            }
        }
    }

    @Test
    void keepsWhatThePixelSawAndTurnsRows() {
        FilterPattern pattern = FilterPattern.named(X_TRANS).orElseThrow();
        short[] mosaic = new short[WIDTH * HEIGHT];
        Random random = new Random(1);
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] = (short) random.nextInt(65536);
        }
        List<Samples> planes = new FilterMosaic(new UnsignedShortSamples(mosaic), WIDTH, HEIGHT, pattern)
                .planes(row -> HEIGHT - 1 - row);
        for (int i = 0; i < mosaic.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            short[] plane = ((UnsignedShortSamples) planes.get(pattern.colourAt(x, y))).values();
            assertThat(plane[(HEIGHT - 1 - y) * WIDTH + x]).isEqualTo(mosaic[i]);
        }
    }

    @Test
    void findsWhereATileBeginsThatTheHeaderPutsElsewhere() {
        FilterPattern told = FilterPattern.named(X_TRANS).orElseThrow();
        for (FilterPattern real : List.of(told.from(1, 1), told.from(-1, 0), told.flipped(HEIGHT), told)) {
            FilterMosaic fitted = new FilterMosaic(noisy(real), WIDTH, HEIGHT, told).fitted();
            for (int i = 0; i < 36; i++) {
                assertThat(fitted.pattern().colourAt(i % 6, i / 6)).isEqualTo(real.colourAt(i % 6, i / 6));
            }
        }
    }

    @Test
    void believesTheHeaderWhereThePixelsTellNothing() {
        FilterPattern told = FilterPattern.named(X_TRANS).orElseThrow();
        float[] grey = new float[WIDTH * HEIGHT];
        Random random = new Random(3);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.4f + 0.05f * (float) random.nextGaussian();
        }
        assertThat(new FilterMosaic(new FloatSamples(grey), WIDTH, HEIGHT, told)
                        .fitted()
                        .pattern())
                .isEqualTo(told);
        assertThat(new FilterMosaic(new FloatSamples(new float[36]), 6, 6, told)
                        .fitted()
                        .pattern())
                .isEqualTo(told);
    }

    private static Samples flat(FilterPattern pattern) {
        float[] mosaic = new float[WIDTH * HEIGHT];
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] = COLOUR[pattern.colourAt(i % WIDTH, i / WIDTH)];
        }
        return new FloatSamples(mosaic);
    }

    private static Samples noisy(FilterPattern pattern) {
        Random random = new Random(2);
        float[] mosaic = ((FloatSamples) flat(pattern)).values();
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] += 0.02f * (float) random.nextGaussian();
        }
        return new FloatSamples(mosaic);
    }
}
