package io.astrochrome.imaging.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void findsMedianAndDeviationOfNoiseThatIsSmallerThanAStep() {
        Random random = new Random(3);
        short[] counts = new short[100_000];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (short) (257 * Math.round(40.2 + 0.5 * random.nextGaussian()));
        }
        Distribution values = Distribution.ofUnsigned(counts);
        double median = values.quantile(0.5) * 255;
        assertThat(median).isCloseTo(40.2, within(0.07));
        // Rounding itself adds a deviation of 0.29 of a step.
        assertThat(1.4826 * values.medianDistance(median / 255) * 255).isCloseTo(Math.hypot(0.5, 0.29), within(0.06));
    }

    @Property(tries = 100)
    void quantileAndShareAreEachOthersInverse(@ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Random random = new Random(5);
        float[] plane = new float[5000];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.round(50 + 8 * random.nextGaussian());
        }
        Distribution values = Distribution.of(plane);
        assertThat(values.shareBelow(values.quantile(share))).isCloseTo(share, within(1e-9));
    }

    @Test
    void zerosAreMissingUnlessTheBackgroundReachesThem() {
        float[] bordered = new float[1000];
        Arrays.fill(bordered, 300, 1000, 7f);
        bordered[500] = 8;
        assertThat(Distribution.of(bordered).missingShare()).isCloseTo(0.3, within(1e-9));
        assertThat(Distribution.of(bordered).quantile(0.01)).isGreaterThan(6);
        float[] dark = new float[1000];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = i % 4;
        }
        assertThat(Distribution.of(dark).missingShare()).isZero();
        assertThat(Distribution.of(dark).count()).isEqualTo(1000);
    }

    @Test
    void oneFarValueDoesNotWidenTheOthers() {
        float[] plane = new float[1000];
        Arrays.fill(plane, 0.25f);
        plane[1] = 0.26f;
        plane[2] = 1e30f;
        Distribution values = Distribution.of(plane);
        assertThat(values.quantile(0.99)).isCloseTo(0.25, within(0.01));
        assertThat(values.value(0.99)).isEqualTo(0.25f);
        assertThat(values.value(1)).isEqualTo(1e30f);
    }

    @Test
    void countsNeitherNotANumberNorNothing() {
        assertThat(Distribution.of(new float[] {Float.NaN, Float.NaN}).count()).isZero();
        assertThat(Distribution.of(new float[0]).quantile(0.5)).isZero();
        assertThat(Distribution.of(new float[0]).missingShare()).isEqualTo(1);
        Distribution one = Distribution.of(new float[] {3, Float.NaN, 3});
        assertThat(one.isFlat()).isTrue();
        assertThat(one.quantile(0.5)).isCloseTo(3, within(1e-12));
        assertThat(one.medianDistance(3)).isZero();
    }

    @Property(tries = 200)
    void ofValuesThatAllDifferTheQuantileIsTheOneOfThatRank(
            @ForAll @IntRange(min = 2, max = 300) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] plane = new float[count];
        for (int i = 0; i < count; i++) {
            plane[i] = 1 + 10 * i + random.nextFloat();
        }
        float[] sorted = plane.clone();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            float swapped = plane[i];
            plane[i] = plane[other];
            plane[other] = swapped;
        }
        Distribution values = Distribution.of(plane);
        assertThat(values.value(share)).isEqualTo(sorted[Math.min(count - 1, (int) Math.floor(share * count))]);
        assertThat(values.quantile(share)).isCloseTo(values.value(share), within(6.0));
        assertThat(values.count()).isEqualTo(count);
        assertThat(values.missingShare()).isZero();
    }

    @Property(tries = 100)
    void quantilesNeverFallAndSharesNeither(
            @ForAll @DoubleRange(min = -0.5, max = 1.5) double one,
            @ForAll @DoubleRange(min = -0.5, max = 1.5) double other,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] plane = new float[400];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.round(20 * random.nextGaussian()) / 4f;
        }
        Distribution values = Distribution.of(plane);
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        assertThat(values.quantile(low)).isLessThanOrEqualTo(values.quantile(high));
        assertThat(values.shareBelow(20 * low)).isBetween(0.0, values.shareBelow(20 * high));
    }

    @Test
    void sharesOutsideOfAllAreItsEnds() {
        Distribution values = Distribution.of(new float[] {2, 4, 6, 8});
        assertThat(values.quantile(-1)).isEqualTo(values.quantile(0)).isEqualTo(1);
        assertThat(values.quantile(2)).isEqualTo(values.quantile(1)).isEqualTo(9);
        assertThat(values.shareBelow(-100)).isZero();
        assertThat(values.shareBelow(100)).isEqualTo(1);
        assertThat(values.shareBelow(5)).isEqualTo(0.5);
        assertThat(values.shareBelow(4)).isEqualTo(0.375);
    }

    @Test
    void theMedianDistanceHasHalfOfThePixelsWithinIt() {
        Random random = new Random(6);
        float[] plane = new float[4001];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) Math.exp(random.nextGaussian());
        }
        float[] distances = plane.clone();
        for (int i = 0; i < plane.length; i++) {
            distances[i] = Math.abs(plane[i] - 1.5f);
        }
        Arrays.sort(distances);
        assertThat(Distribution.of(plane).medianDistance(1.5)).isCloseTo(distances[2000], within(0.005));
    }

    @Test
    void theLeastAboveAValueIsOneThatAPixelHas() {
        Distribution values = Distribution.of(new float[] {7, 3, 5, 3});
        assertThat(values.above(-1)).isEqualTo(3);
        assertThat(values.above(3)).isEqualTo(5);
        assertThat(values.above(4)).isEqualTo(5);
        assertThat(values.above(7)).isEqualTo(7);
        assertThat(values.above(9)).isEqualTo(9);
    }

    @Test
    void theMediansOwnShareIsThatOfItsValue() {
        assertThat(Distribution.of(new float[] {1, 5, 5, 5, 9}).shareOfMedian()).isEqualTo(0.6);
        assertThat(Distribution.of(new float[] {1, 2, 3, 4}).shareOfMedian()).isEqualTo(0.25);
        assertThat(Distribution.of(new float[0]).shareOfMedian()).isZero();
    }

    @Test
    void sixteenBitsAreThoseOfFloatsOverTheirGreatest() {
        Random random = new Random(8);
        short[] shorts = new short[5000];
        float[] floats = new float[5000];
        for (int i = 0; i < shorts.length; i++) {
            int value = (int) Math.max(1, Math.min(65535, 40_000 + 9000 * random.nextGaussian()));
            shorts[i] = (short) value;
            floats[i] = value;
        }
        Distribution unsigned = Distribution.ofUnsigned(shorts);
        Distribution values = Distribution.of(floats);
        for (double share = 0; share <= 1; share += 0.05) {
            assertThat(65535 * unsigned.quantile(share)).isCloseTo(values.quantile(share), within(1e-6));
        }
        assertThat(unsigned.count()).isEqualTo(5000);
    }

    @Test
    void negativeZeroIsZero() {
        Distribution values = Distribution.of(new float[] {-0f, 0f, -0f, 5, 6, 7, 8});
        assertThat(values.missingShare()).isCloseTo(3 / 7.0, within(1e-12));
        assertThat(values.count()).isEqualTo(4);
    }

    @Test
    void zerosBetweenNegativesAndPositivesOfTheirKindCount() {
        float[] noise = new float[2001];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i - 1000;
        }
        Distribution values = Distribution.of(noise);
        assertThat(values.missingShare()).isZero();
        assertThat(values.quantile(0.5)).isCloseTo(0, within(0.5));
    }

    @Test
    void aLargePlaneIsSampledEvenly() {
        short[] plane = new short[3 << 20];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (short) (1 + i % 1000);
        }
        Distribution values = Distribution.ofUnsigned(plane);
        assertThat(values.count()).isBetween(900_000L, 1L << 20);
        assertThat(65535 * values.quantile(0.5)).isCloseTo(500.5, within(1.0));
        assertThat(65535 * values.quantile(0.25)).isCloseTo(250.5, within(1.0));
    }
}
