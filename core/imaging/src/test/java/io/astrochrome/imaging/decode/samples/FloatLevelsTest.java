package io.astrochrome.imaging.decode.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatLevelsTest {
    @ParameterizedTest(name = "values up to {0} run to {1}")
    @CsvSource({
        "0.9, 1",
        "1, 1",
        "1.04, 1",
        "0.005, 1",
        "200, 255",
        "255, 255",
        "260, 255",
        "20000, 65535",
        "65535, 65535",
        "68000, 65535",
        "90000, 90000",
        "0.001, 0.001",
        "1e17, 1e17",
        "1e-17, 1e-17"
    })
    void aRangeIsTheUsualOneThatTheValuesFill(float greatest, double white) {
        SampleLevels levels = FloatLevels.normalise(planes(ramp(greatest / 1000, greatest)), Prescaling.NONE, null);
        assertThat(levels.black()).isZero();
        assertThat(levels.white()).isCloseTo(white, within(1e-6 * white));
    }

    @Property(tries = 200)
    void everyValueIsFoundAgainByItsLevels(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double least,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double range) {
        float[] plane = ramp((float) least, (float) (least + range));
        float[] before = plane.clone();
        SampleLevels levels = FloatLevels.normalise(planes(plane), Prescaling.NONE, null);
        double width = levels.white() - levels.black();
        for (int i = 0; i < plane.length; i++) {
            assertThat(plane[i]).isBetween(0f, 1f);
            double slack = Math.max(0.05 * width, 1e-6 * Math.abs(least));
            if (before[i] == 0) {
                continue; // may stand for a missing pixel
            }
            if (before[i] >= levels.black() && before[i] <= levels.white()) {
                assertThat(levels.black() + plane[i] * width).isCloseTo(before[i], within(1e-4 * width));
            } else {
                assertThat((double) before[i]).isBetween(levels.black() - slack, levels.white() + slack);
            }
        }
    }

    @Test
    void theNoiseOfASkyThatWasSubtractedIsKept() {
        Random random = new Random(2);
        float[] plane = new float[10_000];
        float least = 0;
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) (10 * random.nextGaussian() + (i % 500 == 0 ? 20_000 : 0));
            least = Math.min(least, plane[i]);
        }
        SampleLevels levels = FloatLevels.normalise(planes(plane), Prescaling.NONE, null);
        assertThat(levels.black()).isLessThan(least);
        int black = 0;
        for (float value : plane) {
            black += value == 0 ? 1 : 0;
        }
        assertThat(black).as("nothing of it is missing").isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -1e35f})
    void aBrokenPixelDoesNotSetTheRange(float mark) {
        float[] plane = ramp(100, 60_000);
        plane[77] = mark;
        SampleLevels levels = FloatLevels.normalise(planes(plane), Prescaling.NONE, null);
        assertThat(levels).isEqualTo(SampleLevels.SIXTEEN_BITS);
        assertThat(plane[77]).isEqualTo(mark > 0 ? 1 : 0);
    }

    @Test
    void aClaimedRangeIsBelievedWhereTheValuesKeepToIt() {
        SampleLevels claimed = new SampleLevels(0, 4095);
        float[] plane = ramp(10, 4000);
        assertThat(FloatLevels.normalise(planes(plane), Prescaling.NONE, claimed))
                .isEqualTo(claimed);
        assertThat(plane[plane.length - 1]).isCloseTo(4000 / 4095f, within(1e-6f));
        assertThat(FloatLevels.normalise(planes(ramp(10, 9000)), Prescaling.NONE, claimed))
                .isEqualTo(SampleLevels.SIXTEEN_BITS);
        assertThat(FloatLevels.normalise(planes(ramp(-4000, 4000)), Prescaling.NONE, claimed))
                .isNotEqualTo(claimed);
    }

    @Test
    void allPlanesHaveOneScale() {
        float[] red = ramp(10, 200);
        float[] green = ramp(10, 50_000);
        float[] blue = ramp(10, 65_000);
        SampleLevels levels = FloatLevels.normalise(planes(red, green, blue), Prescaling.NONE, null);
        assertThat(levels).isEqualTo(SampleLevels.SIXTEEN_BITS);
        assertThat(red[red.length - 1]).isCloseTo(200 / 65_535f, within(1e-6f));
    }

    @ParameterizedTest(name = "all {0}")
    @ValueSource(floats = {0, 0.5f, -3, 70_000, Float.NaN})
    void aPlaneOfOneValueHasARangeToo(float value) {
        float[] plane = new float[100];
        Arrays.fill(plane, value);
        SampleLevels levels = FloatLevels.normalise(planes(plane), Prescaling.NONE, null);
        assertThat(levels.white()).isGreaterThan(levels.black());
        assertThat(plane[0]).isBetween(0f, 1f);
    }

    @Property(tries = 200)
    void whatIsPrescaledComesBack(
            @ForAll @DoubleRange(min = -1e15, max = 1e15) double middle,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double spread,
            @ForAll @IntRange(min = 2, max = 50) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = middle + spread * random.nextGaussian();
        }
        Prescaling kept = Prescaling.of(numbers);
        for (double number : numbers) {
            assertThat(kept.restore(kept.apply(number)))
                    .isCloseTo(number, within(1e-9 * Math.abs(middle) + 1e-9 * spread));
        }
    }

    @Test
    void smallDifferencesFarFromZeroAreKept() {
        double[] numbers = {1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3};
        Prescaling kept = Prescaling.of(numbers);
        assertThat(kept.pedestal()).isEqualTo(1e9 + 2);
        assertThat(kept.keep(1e9 + 1) - kept.keep(1e9)).isEqualTo(1);
        assertThat(kept.keep(0)).as("missing").isNaN();
    }

    @Test
    void whatAFloatCannotHoldIsScaledByAPowerOfTwo() {
        Prescaling kept = Prescaling.of(new double[] {1e300, 2e300, 3e300});
        assertThat(kept.pedestal()).isZero();
        assertThat(kept.keep(2e300)).isBetween(0.5f, 4f);
        assertThat(Math.scalb(1.0, Math.getExponent(kept.factor()))).isEqualTo(kept.factor());
        assertThat(kept.restore(kept.apply(2e300))).isEqualTo(2e300);
        assertThat(Prescaling.of(new double[] {1e-300, 2e-300, 3e-300}).keep(2e-300))
                .isBetween(0.5f, 4f);
    }

    @Test
    void usualNumbersStayAsTheyAre() {
        assertThat(Prescaling.of(new double[] {100, 200, 65_000})).isEqualTo(Prescaling.NONE);
        assertThat(Prescaling.of(new double[] {Double.NaN, 5})).isEqualTo(Prescaling.NONE);
        assertThat(Prescaling.of(new double[0])).isEqualTo(Prescaling.NONE);
        assertThat(Prescaling.NONE.keep(0)).isZero();
    }

    @Test
    void aRowTellsSomethingWhereHalfOfItsNumbersAreThereAndDiffer() {
        assertThat(Prescaling.isTold(new double[] {1, 2, 0, 0})).isTrue();
        assertThat(Prescaling.isTold(new double[] {1, 2, 0, 0, Double.NaN})).isFalse();
        assertThat(Prescaling.isTold(new double[] {3, 3, 3})).isFalse();
        assertThat(Prescaling.isTold(new double[0])).isFalse();
    }

    @Test
    void aRangeIsPrescaledLikeItsNumbers() {
        Prescaling kept = new Prescaling(1000, 2);
        assertThat(kept.apply(new SampleLevels(1000, 1100))).isEqualTo(new SampleLevels(0, 200));
        assertThat(new Prescaling(1e17, 1).apply(new SampleLevels(0, 1))).isNull();
    }

    @Test
    void rowsBeforeTheFirstThatTellsAreBroughtToItsScale() {
        KeptNumbers numbers = new KeptNumbers(1, 8);
        double[][] rows = {{0, 0}, {1e9, 1e9}, {1e9 + 1, 1e9 + 2}, {1e9 + 3, 1e9 + 4}};
        for (int y = 0; y < 4; y++) {
            numbers.begin(rows[y]);
            for (int x = 0; x < 2; x++) {
                numbers.put(0, 2 * y + x, rows[y][x]);
            }
        }
        SampleLevels levels = numbers.normalise(null);
        Samples samples = numbers.samples().get(0);
        assertThat(samples.get(0)).as("missing").isZero();
        double range = levels.white() - levels.black();
        for (int i = 4; i < 8; i++) {
            double number = rows[i / 2][i % 2];
            assertThat(levels.black() + samples.get(i) * range).isCloseTo(number, within(0.01));
        }
        assertThat(numbers.samples()).hasSize(1);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "0, Infinity", "-1.7e308, 1.7e308"})
    void levelsThatCannotBeAreNone(double black, double white) {
        assertThatThrownBy(() -> new SampleLevels(black, white)).hasMessageContaining("white must be above black");
    }

    @Test
    void levelsBetweenAreOnTheWay() {
        SampleLevels levels = new SampleLevels(-100, 300);
        assertThat(levels.between(0, 1)).isEqualTo(levels);
        assertThat(levels.between(0.25, 2)).isEqualTo(new SampleLevels(0, 700));
    }

    private static float[][] planes(float[]... planes) {
        return planes;
    }

    private static float[] ramp(float from, float to) {
        float[] plane = new float[401];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = from + (to - from) * i / (plane.length - 1);
        }
        return plane;
    }
}
