package io.astrochrome.trainer.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvShapeTest {
    private static ConvShape of(int kernel, int stride, Padding padding) {
        return new ConvShape(4, 6, kernel, stride, 2, false, padding);
    }

    @Property(tries = 500)
    void thereIsAnOutputForEachPlaceWhereTheWindowFits(
            @ForAll @IntRange(min = 1, max = 60) int side,
            @ForAll @IntRange(min = 1, max = 7) int kernel,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(min = 0, max = 3) int before,
            @ForAll @IntRange(min = 0, max = 3) int after) {
        int places = 0;
        for (int first = -before; first + kernel <= side + after; first += stride) {
            places++;
        }

        int outputs = of(kernel, stride, new Padding(before, after)).outputSide(side);

        assertThat(Math.max(0, outputs)).isEqualTo(places);
    }

    @Property(tries = 200)
    void symmetricPaddingOfAnOddKernelKeepsTheSide(
            @ForAll @IntRange(min = 1, max = 99) int side, @ForAll @IntRange(min = 0, max = 4) int half) {
        int kernel = 2 * half + 1;

        assertThat(of(kernel, 1, Padding.symmetric(kernel)).outputSide(side)).isEqualTo(side);
    }

    @Property(tries = 200)
    void samePaddingDividesTheSideByTheStride(
            @ForAll @IntRange(min = 1, max = 40) int outputs,
            @ForAll @IntRange(min = 1, max = 7) int kernel,
            @ForAll @IntRange(min = 1, max = 3) int stride) {
        Padding same = Padding.same(kernel, stride);

        assertThat(of(kernel, stride, same).outputSide(outputs * stride)).isEqualTo(outputs);
        assertThat(same.after() - same.before()).as("the smaller half on top").isBetween(0, 1);
    }

    @Test
    void theWeightsHaveTheChannelsOfOneGroup() {
        assertThat(of(3, 1, Padding.NONE).weightSides()).containsExactly(6, 2, 3, 3);
        assertThat(Conv.plain("a", 8, 8, 5, 1).depthwise().shape().weightSides())
                .containsExactly(8, 1, 5, 5);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1, 1", "1, 0, 1, 1, 1", "1, 1, 0, 1, 1", "1, 1, 1, 0, 1", "1, 1, 1, 1, 0", "1, 1, -3, 1, 1"})
    void sizesArePositive(int in, int out, int kernel, int stride, int groups) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvShape(in, out, kernel, stride, groups, false, Padding.NONE))
                .withMessageStartingWith("a convolution's sizes must be positive");
    }

    @Test
    void groupsDivideChannelsOfBothSides() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvShape(4, 6, 3, 1, 4, false, Padding.NONE))
                .withMessage("4 groups do not divide 4 and 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conv("a", 5, 6, 3, 1, 3, false, Padding.NONE, 1))
                .withMessage("a: 3 groups do not divide 5 and 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvShape(4, 6, 3, 1, 1, false, null))
                .withMessage("a convolution without padding says so by Padding.NONE");
        assertThatIllegalArgumentException().isThrownBy(() -> new Padding(-1, 0));
    }

    @Test
    void itsWordsLeaveOutWhatIsUsual() {
        assertThat(new ConvShape(24, 32, 3, 2, 1, false, Padding.symmetric(3)))
                .hasToString("3 x 3 convolution of 24 to 32 channels, stride 2");
        assertThat(new ConvShape(8, 8, 5, 1, 8, true, new Padding(1, 2)))
                .hasToString("5 x 5 convolution of 8 to 8 channels, 8 groups, padding 1 and 2, with bias");
    }

    @Test
    void layersOfOneShapeAreTheSameWorkWhateverTheirNames() {
        assertThat(Conv.plain("a", 3, 8, 3, 2).withGain(5).shape())
                .isEqualTo(Conv.plain("b", 3, 8, 3, 2).shape())
                .isNotEqualTo(Conv.plain("a", 3, 8, 3, 2).biased().shape())
                .isNotEqualTo(Conv.plain("a", 3, 8, 3, 2).padded(Padding.NONE).shape());
    }

    @Test
    void aPoolsPaddingIsEvenOrAtTheEndAlone() {
        assertThat(new MaxPool(3, 2, new Padding(1, 1)).padding().even()).isTrue();
        assertThat(new MaxPool(3, 2, new Padding(0, 1)).padding().even()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxPool(3, 2, new Padding(1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxPool(3, 2, new Padding(0, 2)));
    }
}
