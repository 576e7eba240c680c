package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Padding;
import org.junit.jupiter.api.Test;

class ConvolutionReferenceTest {
    /** One picture of two channels, three rows, three columns. */
    private static final float[] X = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90};

    /** One output from two channels by 2 x 2. */
    private static final float[] WEIGHT = {1, 0, 0, -1, 0, 1, 2, 0};

    private static final double EXACT = 1e-12;

    private final ConvolutionReference reference =
            new ConvolutionReference(new ConvShape(2, 1, 2, 2, 1, false, new Padding(1, 0)), 1, 3, 3);

    @Test
    void anOutputIsTheSumOfProductsUnderItsWindow() {
        assertThat(reference.outputSides()).containsExactly(1, 1, 2, 2);
        assertThat(reference.output(X, WEIGHT, new long[] {0, 0, 0, 0})).isEqualTo(-1, within(EXACT));
        assertThat(reference.output(X, WEIGHT, new long[] {0, 0, 1, 1})).isEqualTo(5 - 9 + 60 + 2 * 80, within(EXACT));
    }

    @Test
    void anInputsGradientIsTheSumOverTheWindowsThatSeeIt() {
        float[] slopes = {3, 5, 7, 11};
        assertThat(reference.inputGradient(slopes, WEIGHT, new long[] {0, 0, 0, 0}))
                .isEqualTo(-3, within(EXACT));
        assertThat(reference.inputGradient(slopes, WEIGHT, new long[] {0, 1, 2, 1}))
                .isEqualTo(22, within(EXACT));
    }

    @Test
    void aWeightsGradientIsTheSumOverAllWindows() {
        float[] slopes = {3, 5, 7, 11};
        assertThat(reference.weightGradient(X, slopes, new long[] {0, 0, 1, 1}))
                .isEqualTo(3 * 1 + 5 * 3 + 7 * 7 + 11 * 9, within(EXACT));
        assertThat(reference.weightGradient(X, slopes, new long[] {0, 1, 0, 0})).isEqualTo(11 * 50, within(EXACT));
    }

    @Test
    void aGroupReadsItsOwnChannels() {
        ConvolutionReference depthwise =
                new ConvolutionReference(new ConvShape(2, 4, 1, 1, 2, false, Padding.NONE), 1, 3, 3);
        float[] weight = {2, 3, 5, 7};
        assertThat(depthwise.output(X, weight, new long[] {0, 1, 0, 2})).isEqualTo(3 * 3, within(EXACT));
        assertThat(depthwise.output(X, weight, new long[] {0, 2, 0, 2})).isEqualTo(5 * 30, within(EXACT));
        float[] slopes = new float[36];
        slopes[3 * 9] = 1;
        assertThat(depthwise.inputGradient(slopes, weight, new long[] {0, 1, 0, 0}))
                .isEqualTo(7, within(EXACT));
        assertThat(depthwise.weightGradient(X, slopes, new long[] {3, 0, 0, 0})).isEqualTo(10, within(EXACT));
    }
}
