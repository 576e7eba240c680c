package io.astrochrome.imaging.chroma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Windows over planes, beside looking at every pixel of each. */
class WindowsTest {
    @Property(tries = 200)
    void aBoxMeanIsThatOfWhatOfTheWindowLiesInside(
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @IntRange(min = 0, max = 25) int radius,
            @ForAll long seed) {
        float[] plane = random(width * height, seed);
        float[] means = new BoxMean(width, height, radius).of(plane);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
                    for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                        sum += plane[v * width + u];
                        count++;
                    }
                }
                assertThat(means[y * width + x]).isCloseTo((float) (sum / count), within(1e-4f));
            }
        }
    }

    @Property(tries = 200)
    void aLocalRangeIsThatOfTheWindow(
            @ForAll @IntRange(min = 1, max = 16) int width,
            @ForAll @IntRange(min = 1, max = 16) int height,
            @ForAll @IntRange(min = 0, max = 20) int radius,
            @ForAll long seed) {
        float[] plane = random(width * height, seed);
        LocalRange range = LocalRange.of(plane, width, height, radius);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float least = Float.POSITIVE_INFINITY;
                float greatest = Float.NEGATIVE_INFINITY;
                for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
                    for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                        least = Math.min(least, plane[v * width + u]);
                        greatest = Math.max(greatest, plane[v * width + u]);
                    }
                }
                assertThat(range.least()[y * width + x]).isEqualTo(least);
                assertThat(range.greatest()[y * width + x]).isEqualTo(greatest);
            }
        }
    }

    @Property(tries = 300)
    void anInterpolatedRampIsARampBetweenTheOutermostCentres(
            @ForAll @IntRange(min = 1, max = 300) int length, @ForAll @IntRange(min = 2, max = 40) int shortLength) {
        Interpolation interpolation = Interpolation.of(length, shortLength);
        for (int i = 0; i < length; i++) {
            int index = interpolation.index()[i];
            float share = interpolation.share()[i];
            assertThat(index).isBetween(0, shortLength - 2);
            assertThat(share).isBetween(0f, 1f);
            double place = (i + 0.5) / length * shortLength - 0.5;
            double clamped = Math.max(0, Math.min(shortLength - 1.0, place));
            assertThat(index * (1.0 - share) + (index + 1.0) * share).isCloseTo(clamped, within(1e-5));
        }
    }

    @Test
    void oneSampleIsTheSameEverywhere() {
        Interpolation interpolation = Interpolation.of(9, 1);
        assertThat(interpolation.index()).containsOnly(0);
        assertThat(interpolation.share()).containsOnly(0f);
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 200 * random.nextFloat() - 100;
        }
        return values;
    }
}
