package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.HalfFloat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookSamplesTest {
    private static final int PIXELS = LookSamples.PIXELS;

    /** Every number of a pixel says where it is, in steps that halves hold. */
    private static double[] place(int picture, int x, int y) {
        return new double[] {x / 64.0, y / 64.0, x / 64.0 + picture, y / 64.0 - picture};
    }

    @Test
    void whatTellsOfAPixelAndItsColoursAreOfOnePlace() {
        LookSamples samples = Samples.of(2, LookSamplesTest::place);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.depth()).isEqualTo(2);
        for (int picture = 0; picture < 2; picture++) {
            float[] told = HalfFloat.toFloats(samples.told(picture));
            float[] colours = samples.colours(picture);
            assertThat(told).hasSize(2 * PIXELS);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                assertThat(colours[pixel]).isEqualTo(told[2 * pixel] + picture);
                assertThat(colours[PIXELS + pixel]).isEqualTo(told[2 * pixel + 1] - picture);
                assertThat(samples.lightness(picture, pixel)).isEqualTo(told[2 * pixel + 1]);
            }
        }
    }

    @Test
    void pixelsAreDrawnAllOverThePicture() {
        float[] told = HalfFloat.toFloats(Samples.of(1, LookSamplesTest::place).told(0));
        Set<Float> columns = new HashSet<>();
        Set<Float> rows = new HashSet<>();
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            columns.add(told[2 * pixel]);
            rows.add(told[2 * pixel + 1]);
        }

        assertThat(columns).hasSizeGreaterThan(Samples.SIDE - 4).contains(0f, (Samples.SIDE - 1) / 64f);
        assertThat(rows).hasSizeGreaterThan(Samples.SIDE - 4).contains(0f, (Samples.SIDE - 1) / 64f);
    }

    @Test
    void theSameSeedDrawsTheSamePixelsAndAnotherOneOthers() {
        LookSamples samples = new LookSamples();
        Samples.add(samples, 0, LookSamplesTest::place, 5);
        Samples.add(samples, 0, LookSamplesTest::place, 5);
        Samples.add(samples, 0, LookSamplesTest::place, 6);

        assertThat(samples.told(1)).isEqualTo(samples.told(0));
        assertThat(samples.colours(1)).isEqualTo(samples.colours(0));
        assertThat(samples.told(2)).isNotEqualTo(samples.told(0));
    }

    @Test
    void thePicturesStrengthIsAPowerOfItsMeanSquareOfChroma() {
        LookSamples samples = Samples.of(3, (picture, x, y) -> new double[] {0, 0, 0.3 * picture, -0.4 * picture});

        // |chroma| is 0, 0.5 and 1; what is nearly grey counts as if it had 2e-4.
        assertThat(samples.strength(0)).isEqualTo(Math.pow(2e-4, 0.6), within(1e-9));
        assertThat(samples.strength(1)).isEqualTo(Math.pow(0.2502, 0.6), within(1e-6));
        assertThat(samples.strength(2)).isEqualTo(Math.pow(1.0002, 0.6), within(1e-6));
    }

    @Test
    void theTruthIsToldToEachLookAsThenBs() {
        LookSamples samples = Samples.of(3, LookSamplesTest::place);
        int[] pixels = {200, 3};

        float[] truth = samples.truth(new int[] {2, 0}, pixels, 3);

        assertThat(truth).hasSize(2 * 2 * 3 * 2);
        for (int n = 0; n < 2; n++) {
            float[] colours = samples.colours(n == 0 ? 2 : 0);
            float[] own = Arrays.copyOfRange(truth, n * 12, (n + 1) * 12);
            for (int look = 0; look < 3; look++) {
                assertThat(Arrays.copyOfRange(own, 2 * look, 2 * look + 2)).containsExactly(colours[200], colours[3]);
                assertThat(Arrays.copyOfRange(own, 6 + 2 * look, 6 + 2 * look + 2))
                        .containsExactly(colours[PIXELS + 200], colours[PIXELS + 3]);
            }
        }
    }
}
