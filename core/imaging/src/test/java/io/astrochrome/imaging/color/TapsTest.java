package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapsTest {
    @Property
    void weightsOfATargetAddUpToOneAndLieInsideTheSource(
            @ForAll ResampleKernel kernel,
            @ForAll @IntRange(min = 1, max = 200) int source,
            @ForAll @IntRange(min = 1, max = 200) int target) {
        Taps taps = Taps.of(kernel, source, target);
        for (int t = 0; t < target; t++) {
            assertThat(taps.first(t)).isBetween(0, source - 1);
            assertThat(taps.end(t)).isBetween(taps.first(t) + 1, source);
            double sum = 0;
            for (int i = taps.first(t); i < taps.end(t); i++) {
                sum += taps.weight(t, i);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Property(tries = 300)
    void theyAreTheSameFromTheOtherEnd(
            @ForAll ResampleKernel kernel,
            @ForAll @IntRange(min = 1, max = 60) int source,
            @ForAll @IntRange(min = 1, max = 60) int target) {
        Taps taps = Taps.of(kernel, source, target);
        for (int t = 0; t < target; t++) {
            int mirrored = target - 1 - t;
            for (int i = 0; i < source; i++) {
                assertThat(weight(taps, t, i)).isCloseTo(weight(taps, mirrored, source - 1 - i), within(1e-5f));
            }
        }
    }

    @Property(tries = 300)
    void someOfTheTargetsHaveTheTapsThatAllOfThemHave(
            @ForAll ResampleKernel kernel,
            @ForAll @IntRange(min = 1, max = 80) int source,
            @ForAll @IntRange(min = 4, max = 80) int target,
            @ForAll @IntRange(min = 0, max = 3) int begin) {
        Taps all = Taps.of(kernel, source, target);
        Taps some = Taps.of(kernel, source, target, begin, target - begin);
        for (int t = 0; t < target - begin; t++) {
            assertThat(some.first(t)).isEqualTo(all.first(begin + t));
            assertThat(some.end(t)).isEqualTo(all.end(begin + t));
            assertThat(some.weight(t, some.first(t))).isEqualTo(all.weight(begin + t, some.first(t)));
        }
    }

    @Property(tries = 300)
    void oneSourceSampleHasAPartInNoMoreTargetsThanIsSaid(
            @ForAll ResampleKernel kernel,
            @ForAll @IntRange(min = 1, max = 80) int source,
            @ForAll @IntRange(min = 1, max = 80) int target) {
        Taps taps = Taps.of(kernel, source, target);
        int most = 0;
        for (int i = 0; i < source; i++) {
            int targets = 0;
            for (int t = 0; t < target; t++) {
                targets += taps.first(t) <= i && i < taps.end(t) ? 1 : 0;
            }
            most = Math.max(most, targets);
        }
        assertThat(taps.mostTargetsOfOneSource()).isEqualTo(most);
    }

    @Test
    void theSameLengthChangesNothing() {
        float[] source = {3, 1, 4, 1, 5, 9, 2, 6};
        for (ResampleKernel kernel : ResampleKernel.values()) {
            float[] target = new float[10];
            Taps.of(kernel, 8, 8).apply(source, target, 1);
            for (int i = 0; i < 8; i++) {
                assertThat(target[i + 1]).as("%s", kernel).isCloseTo(source[i], within(1e-5f));
            }
            assertThat(target[0]).isZero();
            assertThat(target[9]).isZero();
        }
    }

    @Test
    void aSourceThatBeginsLaterHasItsTapsEarlier() {
        Taps taps = Taps.of(ResampleKernel.AREA, 9, 3);
        Taps later = taps.from(3);
        assertThat(later.first(1)).isZero();
        assertThat(later.end(1)).isEqualTo(3);
        assertThat(later.weight(1, 2)).isEqualTo(taps.weight(1, 5));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "AREA, 0, 1",
        "AREA, 0.49, 1",
        "AREA, 0.5, 0",
        "BILINEAR, 0.25, 0.75",
        "BILINEAR, -0.25, 0.75",
        "BILINEAR, 1, 0",
        "BICUBIC, 0, 1",
        "BICUBIC, 0.5, 0.5625",
        "BICUBIC, 1, 0",
        "BICUBIC, 1.5, -0.0625",
        "BICUBIC, 2, 0",
        "LANCZOS3, 0, 1",
        "LANCZOS3, 0.5, 0.6079271",
        "LANCZOS3, 1.5, -0.1350949",
        "LANCZOS3, 2.5, 0.0243171",
        "LANCZOS3, 3, 0"
    })
    void kernelsHaveTheirPublishedWeights(ResampleKernel kernel, double distance, double weight) {
        assertThat(kernel.weight(distance)).isCloseTo(weight, within(1e-7));
        assertThat(kernel.weight(-distance)).isEqualTo(kernel.weight(distance));
    }

    @Test
    void aPlaneIsThereOnceAllItsRowsHaveCome() {
        RowReducer reducer = new RowReducer(ResampleKernel.AREA, 2, 4, 1, 2);
        float[] row = {1, 3, 99};
        for (int y = 0; y < 3; y++) {
            reducer.accept(row);
        }
        assertThatThrownBy(reducer::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("only 3 rows have come");
        reducer.accept(row);
        assertThat(reducer.result()).containsExactly(2, 2);
    }

    private static float weight(Taps taps, int target, int source) {
        return source < taps.first(target) || source >= taps.end(target) ? 0 : taps.weight(target, source);
    }
}
