package io.astrochrome.trainer.evaluate.perceptual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
    @Test
    void aSetIsAtNoDistanceFromItself() {
        List<double[]> set = set(1, 40, 6, 1, 0);

        assertThat(new FrechetDistance(set).to(set)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aShiftCountsByItsSquare() {
        List<double[]> set = set(1, 40, 6, 1, 0);

        assertThat(new FrechetDistance(set).to(shifted(set, 0.5))).isCloseTo(6 * 0.25, within(1e-6));
    }

    @Test
    void scalingCountsByTheDifferenceOfTheDeviations() {
        List<double[]> set = set(2, 50, 5, 1, 0);
        List<double[]> wider = set.stream().map(FrechetDistanceTest::tripled).toList();
        double variance = trace(set);
        double shift = 0;
        for (int i = 0; i < 5; i++) {
            shift += 4 * mean(set, i) * mean(set, i);
        }

        // C2 = 9 C1, so the root of C1 C2 is 3 C1.
        assertThat(new FrechetDistance(set).to(wider)).isCloseTo(shift + 4 * variance, within(1e-6));
    }

    @Test
    void fewerPicturesThanFeaturesDoNoHarmAndTheDistanceIsSymmetric() {
        List<double[]> some = set(3, 7, 20, 1, 0);
        List<double[]> others = set(4, 9, 20, 2, 1);

        double there = new FrechetDistance(some).to(others);

        assertThat(there).isPositive();
        assertThat(new FrechetDistance(others).to(some)).isCloseTo(there, within(1e-6 * there));
    }

    @Test
    void onePictureIsNoSet() {
        assertThatThrownBy(() -> new FrechetDistance(set(1, 1, 3, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two pictures");
    }

    @Test
    void aRootTimesItselfIsTheMatrix() {
        double[][] matrix = {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}};

        DMatrixRMaj root = FrechetDistance.root(new DMatrixRMaj(matrix));

        DMatrixRMaj product = CommonOps_DDRM.mult(root, root, null);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(product.get(i, j)).isCloseTo(matrix[i][j], within(1e-10));
            }
        }
    }

    @Test
    void aMatrixOfLessRankHasARootToo() {
        double[][] matrix = {{1, 2, 3}, {2, 4, 6}, {3, 6, 9}};

        DMatrixRMaj root = FrechetDistance.root(new DMatrixRMaj(matrix));

        assertThat(root.get(0, 0)).as("the matrix over the root of 14").isCloseTo(1 / Math.sqrt(14), within(1e-9));
        assertThat(root.get(2, 2)).isCloseTo(9 / Math.sqrt(14), within(1e-9));
    }

    private static List<double[]> set(long seed, int pictures, int features, double spread, double mean) {
        Random random = new Random(seed);
        List<double[]> set = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            double[] values = new double[features];
            double common = random.nextGaussian();
            for (int f = 0; f < features; f++) {
                values[f] = mean + spread * (random.nextGaussian() + common);
            }
            set.add(values);
        }
        return set;
    }

    private static List<double[]> shifted(List<double[]> set, double by) {
        return set.stream()
                .map(values -> java.util.Arrays.stream(values).map(v -> v + by).toArray())
                .toList();
    }

    private static double[] tripled(double[] values) {
        return java.util.Arrays.stream(values).map(v -> 3 * v).toArray();
    }

    private static double mean(List<double[]> set, int feature) {
        return set.stream().mapToDouble(values -> values[feature]).average().orElseThrow();
    }

    private static double trace(List<double[]> set) {
        double trace = 0;
        for (int f = 0; f < set.get(0).length; f++) {
            int feature = f;
            double mean = mean(set, f);
            trace += set.stream()
                            .mapToDouble(values -> Math.pow(values[feature] - mean, 2))
                            .sum()
                    / (set.size() - 1);
        }
        return trace;
    }
}
