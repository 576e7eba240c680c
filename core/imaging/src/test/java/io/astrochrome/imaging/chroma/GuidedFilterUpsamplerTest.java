package io.astrochrome.imaging.chroma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GuidedFilterUpsamplerTest {
    private static final int REDUCTION = 8;
    private static final int REDUCED_WIDTH = 12;
    private static final int REDUCED_HEIGHT = 9;
    private static final int WIDTH = REDUCTION * REDUCED_WIDTH;
    private static final int HEIGHT = REDUCTION * REDUCED_HEIGHT;

    @Test
    void anEvenColourStaysEvenWhateverTheLightness() {
        LabImage reduced = reduced(x -> 30 + 4 * x, x -> 12, x -> -7);
        for (int y = 0; y < HEIGHT; y++) {
            Row row = row(reduced, y, x -> (x * 37) % 101);
            for (int x = 0; x < WIDTH; x++) {
                assertThat(row.a[x]).isCloseTo(12, within(1e-3f));
                assertThat(row.b[x]).isCloseTo(-7, within(1e-3f));
            }
        }
    }

    /** A dark, neutral left and a bright, yellow right, whose edge lies inside a reduced pixel. */
    @Test
    void colourStopsAtTheEdgeOfTheLuminance() {
        LabImage reduced = reduced(x -> x < 6 ? 20 : x == 6 ? 40 : 60, x -> 0, x -> x < 6 ? 0 : x == 6 ? 20 : 40);
        int edge = 6 * REDUCTION + REDUCTION / 2;
        Row row = row(reduced, HEIGHT / 2, x -> x < edge ? 20 : 60);

        float step = row.b[edge + 1] - row.b[edge - 2];
        float interpolated = 20 * 3 / (float) REDUCTION;
        assertThat(step).isGreaterThan(2 * interpolated);
        assertThat(row.b[edge - REDUCTION]).isLessThan(10);
        assertThat(row.b[edge + REDUCTION]).isGreaterThan(30);
    }

    @Test
    void aStarFarBrighterThanAnythingReducedDoesNotRunAway() {
        LabImage reduced = reduced(x -> 10 + x, x -> 3f * x, x -> -2f * x);
        Row row = row(reduced, 20, x -> x % 16 == 3 ? 100 : 12);
        for (int x = 0; x < WIDTH; x++) {
            assertThat(row.a[x]).isBetween(-6f, 40f);
            assertThat(row.b[x]).isBetween(-27f, 4f);
        }
    }

    @Test
    void framesAndReducedPicturesOfOnePixelAreFine() {
        LabImage one = new LabImage(1, 1, new float[] {50}, new float[] {9}, new float[] {-9});
        ChromaStrips wide = new GuidedFilterUpsampler().prepare(one, 5, 3);
        float[] a = new float[5];
        float[] b = new float[5];
        wide.row(2, new short[5], a, b);
        assertThat(a).containsExactly(new float[] {9, 9, 9, 9, 9}, within(1e-3f));

        LabImage larger = reduced(x -> 50, x -> 9, x -> -9);
        new GuidedFilterUpsampler().prepare(larger, 1, 1).row(0, new short[1], a, b);
        assertThat(a[0]).isCloseTo(9, within(1e-3f));
        assertThat(b[0]).isCloseTo(-9, within(1e-3f));
    }

    @Test
    void atTheReducedSizeNothingChanges() {
        LabImage reduced = reduced(x -> 20 + 5 * (x % 3), x -> 7f * (x % 4), x -> -3f * (x % 5));
        short[] lightness = new short[REDUCED_WIDTH];
        float[] a = new float[REDUCED_WIDTH];
        float[] b = new float[REDUCED_WIDTH];
        for (int x = 0; x < REDUCED_WIDTH; x++) {
            lightness[x] = Luminance16.fromLstar(reduced.lStar()[x]);
        }
        new GuidedFilterUpsampler()
                .prepare(reduced, REDUCED_WIDTH, REDUCED_HEIGHT)
                .row(0, lightness, a, b);

        assertThat(a).containsExactly(Arrays.copyOf(reduced.a(), REDUCED_WIDTH), within(0.01f));
        assertThat(b).containsExactly(Arrays.copyOf(reduced.b(), REDUCED_WIDTH), within(0.01f));
    }

    private static Row row(LabImage reduced, int y, Profile lStar) {
        short[] lightness = new short[WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            lightness[x] = Luminance16.fromLstar(lStar.at(x));
        }
        Row row = new Row(new float[WIDTH], new float[WIDTH]);
        new GuidedFilterUpsampler().prepare(reduced, WIDTH, HEIGHT).row(y, lightness, row.a, row.b);
        return row;
    }

    /** A picture whose columns are even. */
    private static LabImage reduced(Profile lStar, Profile a, Profile b) {
        int n = REDUCED_WIDTH * REDUCED_HEIGHT;
        LabImage image = new LabImage(REDUCED_WIDTH, REDUCED_HEIGHT, new float[n], new float[n], new float[n]);
        for (int i = 0; i < n; i++) {
            image.lStar()[i] = lStar.at(i % REDUCED_WIDTH);
            image.a()[i] = a.at(i % REDUCED_WIDTH);
            image.b()[i] = b.at(i % REDUCED_WIDTH);
        }
        return image;
    }

    private interface Profile {
        float at(int x);
    }

    private record Row(float[] a, float[] b) {}
}
