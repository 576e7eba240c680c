package io.astrochrome.trainer.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlueprintTest {
    private final Blueprint blueprint = new Blueprint();

    private static Feature map(int channels, int height, int width) {
        return new Feature(channels, height, width);
    }

    private ParameterSpec spec(String name) {
        return blueprint.parameters().get(name);
    }

    @Test
    void aConvolutionNeedsItsWeightsAndABiasWhereItHasOne() {
        Feature out = blueprint.conv(map(4, 9, 7), new Conv("a", 4, 6, 3, 2, 2, true, Padding.symmetric(3), 3));

        assertThat(out).isEqualTo(map(6, 5, 4));
        assertThat(spec("a.weight").shape()).containsExactly(6L, 2L, 3L, 3L);
        assertThat(spec("a.weight").deviation())
                .as("gain over the root of what an output is the sum of")
                .isEqualTo(3 / Math.sqrt(18), within(1e-12));
        assertThat(spec("a.bias")).isEqualTo(new ParameterSpec("a.bias", List.of(6L), true, 0, 0));

        blueprint.conv(out, Conv.plain("b", 6, 1, 1, 1));
        assertThat(blueprint.parameters()).containsOnlyKeys("a.weight", "a.bias", "b.weight");
    }

    @Test
    void aNormalisationStartsAsNothingAndItsStatisticsAreNotLearnt() {
        assertThat(blueprint.batchNorm(map(5, 2, 2), BatchNorm.of("n", 5))).isEqualTo(map(5, 2, 2));

        assertThat(blueprint.parameters().values())
                .containsExactly(
                        new ParameterSpec("n.weight", List.of(5L), true, 0, 1),
                        new ParameterSpec("n.bias", List.of(5L), true, 0, 0),
                        new ParameterSpec("n.running_mean", List.of(5L), false, 0, 0),
                        new ParameterSpec("n.running_var", List.of(5L), false, 0, 1));
    }

    @Test
    void twoLayersOfOneNameAreRefused() {
        blueprint.conv(map(1, 4, 4), Conv.pointwise("a", 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> blueprint.conv(map(1, 4, 4), Conv.pointwise("a", 1, 1)))
                .withMessage("two layers are named a.weight");
    }

    @Test
    void aLayerThatReadsOtherChannelsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blueprint.conv(map(2, 4, 4), Conv.pointwise("a", 3, 1)))
                .withMessageStartingWith("a reads 3 channels and is given ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blueprint.batchNorm(map(2, 4, 4), BatchNorm.of("n", 3)))
                .withMessageStartingWith("n reads 3 channels and is given ");
    }

    @Test
    void sidesOfOneAreRepeatedAndOthersMustFit() {
        Feature picture = map(8, 6, 5);

        assertThat(blueprint.add(picture, map(1, 1, 1))).isEqualTo(picture);
        assertThat(blueprint.multiply(map(8, 1, 1), picture)).isEqualTo(picture);
        assertThat(blueprint.multiply(map(1, 6, 5), map(8, 1, 1))).isEqualTo(picture);
        assertThatIllegalArgumentException().isThrownBy(() -> blueprint.add(picture, map(8, 6, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> blueprint.multiply(picture, map(7, 6, 5)));
    }

    @Test
    void channelsAreJoinedOfMapsOfTheSameSides() {
        assertThat(blueprint.concat(map(3, 4, 5), map(2, 4, 5))).isEqualTo(map(5, 4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> blueprint.concat(map(3, 4, 5), map(2, 5, 4)));
    }

    @Test
    void poolingDoublingAndMeansChangeTheSides() {
        assertThat(blueprint.maxPool(map(3, 16, 15), new MaxPool(3, 2, new Padding(1, 1))))
                .isEqualTo(map(3, 8, 8));
        assertThat(blueprint.maxPool(map(3, 16, 16), new MaxPool(3, 2, new Padding(0, 1))))
                .isEqualTo(map(3, 8, 8));
        assertThat(blueprint.doubled(map(3, 4, 5), Upsampling.BILINEAR)).isEqualTo(map(3, 8, 10));
        assertThat(blueprint.globalMean(map(3, 4, 5))).isEqualTo(map(3, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blueprint.maxPool(map(3, 2, 2), new MaxPool(3, 2, Padding.NONE)))
                .withMessage("a pool has nothing left of its input");
    }

    @Test
    void attentionGivesWhatTheValuesAre() {
        assertThat(blueprint.attend(map(2, 4, 4), map(2, 4, 4), map(9, 4, 4))).isEqualTo(map(9, 4, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blueprint.attend(map(2, 4, 4), map(3, 4, 4), map(9, 4, 4)));
        blueprint.gain(map(1, 1, 1), new Gain("g", 0.5));
        assertThat(spec("g")).isEqualTo(new ParameterSpec("g", List.of(1L), true, 0, 0.5));
    }

    @Test
    void eachKindOfConvolutionIsNotedOnceWithTheFirstMapThatItReads() {
        Feature first = map(4, 16, 16);
        Feature second = blueprint.conv(first, Conv.plain("a", 4, 4, 3, 2));
        blueprint.conv(second, Conv.plain("b", 4, 4, 3, 2));
        blueprint.conv(second, Conv.plain("c", 4, 4, 3, 1));

        assertThat(blueprint.convolutions())
                .hasSize(2)
                .containsEntry(Conv.plain("x", 4, 4, 3, 2).shape(), first)
                .containsEntry(Conv.plain("x", 4, 4, 3, 1).shape(), second);
    }

    @Test
    void whatWasNotedIsNotOthersToChange() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> blueprint.parameters().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> blueprint.convolutions().clear());
    }

    @Test
    void aValuesSizeIsTheProductOfItsSides() {
        assertThat(new ParameterSpec("a", List.of(3L, 4L, 5L), true, 0, 0).size())
                .isEqualTo(60);
        assertThat(new ParameterSpec("a", List.of(), true, 0, 0).size()).isEqualTo(1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new ParameterSpec("a", List.of(1L << 20, 1L << 20), true, 0, 0).size());
    }
}
