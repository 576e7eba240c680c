package io.astrochrome.imaging.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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
}
