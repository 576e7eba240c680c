package io.astrochrome.imaging.chroma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourComposerTest {
    private static final double STEP = 100.0 / 65535;
    private static final int WIDTH = 210;
    private static final int HEIGHT = 301;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyPixelKeepsItsLightness(int threads) throws IOException {
        Luminance16 luminance = noise();
        short[][] rgb = compose(new ColourComposer(threads), luminance);
        double worst = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double lStar = Cielab.lStar(
                    Short.toUnsignedInt(rgb[0][i]) / 65535.0,
                    Short.toUnsignedInt(rgb[1][i]) / 65535.0,
                    Short.toUnsignedInt(rgb[2][i]) / 65535.0);
            worst = Math.max(
                    worst, Math.abs(lStar - Short.toUnsignedInt(luminance.samples()[i]) * STEP));
        }
        assertThat(worst).isLessThan(STEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theNumberOfThreadsDoesNotChangeThePicture(int threads) throws IOException {
        Luminance16 luminance = noise();
        assertThat(compose(new ColourComposer(threads), luminance))
                .isDeepEqualTo(compose(new ColourComposer(1), luminance));
    }

    @Test
    void aFrameAtTheNetworksSizeHasTheNetworksColours() throws IOException {
        float[] lStar = new float[6];
        float[] a = {3, -4, 5, 0, 7, -8};
        float[] b = {-1, 2, -3, 4, 0, 6};
        Arrays.fill(lStar, 50);
        short[] samples = new short[6];
        Arrays.fill(samples, Luminance16.fromLstar(50));

        new ColourComposer(1).compose(new Luminance16(3, 2, samples), new LabImage(3, 2, lStar, a, b), strip -> {
            double[] lab = new double[3];
            for (int i = 0; i < 6; i++) {
                Cielab.srgbToLab(
                        Short.toUnsignedInt(strip.red()[i]) / 65535.0,
                        Short.toUnsignedInt(strip.green()[i]) / 65535.0,
                        Short.toUnsignedInt(strip.blue()[i]) / 65535.0,
                        lab);
                assertThat(lab[1]).isCloseTo(a[i], within(0.01));
                assertThat(lab[2]).isCloseTo(b[i], within(0.01));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSinkThatFailsStopsTheWork(int threads) {
        assertThatThrownBy(() -> new ColourComposer(threads).compose(noise(), colours(), strip -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void greyIsRefused(int threads) {
        LabImage grey = colours().withChroma(null, null);
        assertThatThrownBy(() -> new ColourComposer(threads).compose(noise(), grey, strip -> {}))
                .hasMessage("the reduced picture must have colour");
    }

    /** The whole picture, strips checked to come from the top without gaps. */
    private static short[][] compose(ColourComposer composer, Luminance16 luminance) throws IOException {
        short[][] rgb = new short[3][WIDTH * HEIGHT];
        int[] next = {0};
        composer.compose(luminance, colours(), strip -> {
            assertThat(strip.firstRow()).isEqualTo(next[0]);
            next[0] += strip.rows();
            int from = strip.firstRow() * WIDTH;
            System.arraycopy(strip.red(), 0, rgb[0], from, strip.rows() * WIDTH);
            System.arraycopy(strip.green(), 0, rgb[1], from, strip.rows() * WIDTH);
            System.arraycopy(strip.blue(), 0, rgb[2], from, strip.rows() * WIDTH);
        });
        assertThat(next[0]).isEqualTo(HEIGHT);
        return rgb;
    }

    private static Luminance16 noise() {
        Random random = new Random(1);
        short[] samples = new short[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt(65536);
        }
        return new Luminance16(WIDTH, HEIGHT, samples);
    }

    /** Strong colours, many of which sRGB does not have at the frame's lightness. */
    private static LabImage colours() {
        Random random = new Random(2);
        int width = 21;
        int height = 30;
        LabImage image = new LabImage(
                width, height, new float[width * height], new float[width * height], new float[width * height]);
        for (int i = 0; i < width * height; i++) {
            image.lStar()[i] = 100 * random.nextFloat();
            image.a()[i] = 160 * random.nextFloat() - 80;
            image.b()[i] = 160 * random.nextFloat() - 80;
        }
        return image;
    }
}
