package io.astrochrome.imaging.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearPlaneTest {
    private static final float MISSING = Float.NaN;

    @Test
    void liesRowByRowFromTheTopLeft() {
        LinearPlane plane = new LinearPlane(3, 2, new float[] {1, 2, 3, 4, 5, 6});
        assertThat(plane.at(0, 0)).isEqualTo(1);
        assertThat(plane.at(2, 0)).isEqualTo(3);
        assertThat(plane.at(0, 1)).isEqualTo(4);
        assertThat(plane.value(5)).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0} x {1} px and {2} values")
    @CsvSource({"3, 2, 5", "3, 2, 7", "0, 2, 0", "2, 0, 0", "-2, -2, 4", "65536, 65536, 0"})
    void isNoneWithoutAValueForEachPixel(int width, int height, int values) {
        assertThatThrownBy(() -> new LinearPlane(width, height, new float[values]))
                .hasMessage("a plane of %d x %d px cannot have %d values", width, height, values);
    }

    @Property(tries = 100)
    void binnedItIsTheMeansOfItsSquares(
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 2, max = 5) int side,
            @ForAll long seed) {
        LinearPlane plane = random(Math.max(side, width), Math.max(side, height), seed);
        LinearPlane binned = plane.binned(side);
        assertThat(binned.width()).isEqualTo(plane.width() / side);
        assertThat(binned.height()).isEqualTo(plane.height() / side);
        for (int y = 0; y < binned.height(); y++) {
            for (int x = 0; x < binned.width(); x++) {
                double sum = 0;
                int count = 0;
                for (int i = 0; i < side * side; i++) {
                    float value = plane.at(side * x + i % side, side * y + Math.floorDiv(i, side));
                    sum += Float.isNaN(value) ? 0 : value;
                    count += Float.isNaN(value) ? 0 : 1;
                }
                assertThat(binned.at(x, y)).usingComparator(Float::compare).isEqualTo((float) (sum / count));
            }
        }
    }

    @Test
    void missingPixelsDoNotCountInAMeanUnlessAllAreMissing() {
        LinearPlane plane = new LinearPlane(4, 2, new float[] {MISSING, 2, MISSING, MISSING, 4, 6, MISSING, MISSING});
        assertThat(plane.binned(2).values()).containsExactly(4, MISSING);
    }

    @Test
    void binnedByOneItIsItself() {
        LinearPlane plane = random(4, 3, 1);
        assertThat(plane.binned(1)).isSameAs(plane);
    }

    @Test
    void theMeanOfPlanesIsThatOfEachPixelAndMissingWhereOneIs() {
        LinearPlane one = new LinearPlane(2, 2, new float[] {1, 2, MISSING, 4});
        LinearPlane two = new LinearPlane(2, 2, new float[] {3, 6, 7, 0});
        LinearPlane three = new LinearPlane(2, 2, new float[] {2, 1, 1, 2});
        float[] mean = LinearPlane.mean(one, two, three).values();
        assertThat(mean[0]).isCloseTo(2, within(1e-6f));
        assertThat(mean[1]).isCloseTo(3, within(1e-6f));
        assertThat(mean[2]).isNaN();
        assertThat(mean[3]).isCloseTo(2, within(1e-6f));
        assertThat(one.values()).containsExactly(1, 2, MISSING, 4);
    }

    @Test
    void planesOfOtherSizesHaveNoMean() {
        assertThatThrownBy(() -> LinearPlane.mean(random(2, 2, 1), random(2, 3, 1)))
                .hasMessageContaining("one size");
    }

    @Test
    void aCopyMayBeChanged() {
        LinearPlane plane = random(3, 3, 2);
        float before = plane.at(1, 1);
        LinearPlane copy = plane.copy();
        assertThat(copy.values()).isEqualTo(plane.values());
        copy.values()[4] = before + 1;
        assertThat(plane.at(1, 1)).isEqualTo(before);
    }

    @Test
    void spareArraysAreTakenAgainWhereTheyFit() {
        SparePlanes spare = new SparePlanes();
        LinearPlane plane = new LinearPlane(2, 3, spare.take(6));
        spare.giveBack(plane);
        float[] again = spare.take(6);
        assertThat(again).isSameAs(plane.values());
        assertThat(spare.take(6)).as("while another has it").isNotSameAs(again);
        spare.giveBack(plane);
        assertThat(spare.take(5)).hasSize(5);
        spare.giveBack(plane);
        spare.clear();
        assertThat(spare.take(6)).hasSize(6).isNotSameAs(again);
    }

    private static LinearPlane random(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? MISSING : 1000 * random.nextFloat();
        }
        return new LinearPlane(width, height, values);
    }
}
