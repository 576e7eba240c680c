package io.astrochrome.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static final int PALETTE = 28;
    private static final GeneratorSettings SMALL =
            GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(10, 9, 8, 7, 6));

    private static Generator generator(GeneratorSettings settings) {
        return new Generator(settings, Conventions.of(settings.encoder()));
    }

    private static Feature forward(GeneratorSettings settings, int height, int width) {
        Feature hint = settings.paletteWidth() > 0 ? new Feature(settings.paletteWidth(), 1, 1) : null;
        return generator(settings).forward(new Blueprint(), new Feature(1, height, width), hint);
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void givesTwoPlanesOfThePicturesSides(Encoder encoder) {
        assertThat(forward(GeneratorSettings.of(encoder), 64, 96)).isEqualTo(new Feature(2, 64, 96));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 33, 48})
    void sidesThatCannotBeHalvedFiveTimesAreRefused(int side) {
        assertThatIllegalArgumentException().isThrownBy(() -> forward(SMALL, side, 64));
    }

    @Test
    void theDecoderJoinsEachMapOfTheEncoderAndLastTheLightness() {
        Map<String, ParameterSpec> parameters = generator(SMALL).parameters();

        // MobileNetV2's maps have 16, 24, 32, 96 and 320 channels.
        long[] read = {320 + 96, 10 + 32, 9 + 24, 8 + 16, 7 + 1};
        for (int stage = 0; stage < read.length; stage++) {
            assertThat(parameters.get("decoder." + stage + ".conv1.weight").shape())
                    .containsExactly(SMALL.decoderWidths().get(stage).longValue(), read[stage], 3L, 3L);
        }
        assertThat(parameters.get("head.weight").shape()).containsExactly(2L, 6L, 3L, 3L);
    }

    @Test
    void attentionIsThereWhereItIsAskedFor() {
        assertThat(generator(SMALL).parameters().keySet())
                .noneMatch(name -> name.contains("scse") || name.contains("attention") || name.contains("palette"));

        Map<String, ParameterSpec> attentive =
                generator(SMALL.withAttention(true, true)).parameters();
        assertThat(attentive.get("attention.gain").mean())
                .as("it starts as nothing")
                .isZero();
        assertThat(attentive.get("attention.query.weight").shape()).containsExactly(40L, 320L, 1L, 1L);
        assertThat(attentive.keySet().stream().filter(name -> name.endsWith("scse.places.weight")))
                .hasSize(5);
        assertThat(attentive.get("decoder.0.scse.reduce.weight").shape())
                .as("a sixteenth, and one at least")
                .containsExactly(1L, 10L, 1L, 1L);
    }

    @Test
    void nothingThatAPaletteGoesThroughHasABias() {
        Map<String, ParameterSpec> steered =
                generator(SMALL.withPaletteWidth(PALETTE)).parameters();

        assertThat(steered.keySet())
                .filteredOn(name -> name.startsWith("palette."))
                .hasSize(1 + 2 * 6)
                .allMatch(name -> name.endsWith(".weight"));
        assertThat(steered.get("palette.hidden.weight").shape()).containsExactly(128L, (long) PALETTE, 1L, 1L);
        assertThat(steered.get("palette.bottleneck.scale.weight").shape()).containsExactly(320L, 128L, 1L, 1L);
        assertThat(steered.get("palette.decoder.4.shift.weight").shape()).containsExactly(6L, 128L, 1L, 1L);
    }

    @Test
    void looksReadAllStagesButTheDeepest() {
        Generator generator = generator(SMALL.withPaletteWidth(PALETTE).withLooks(3));

        assertThat(generator.mapChannels()).containsExactly(9, 8, 7, 6);
        assertThat(generator.deepestChannels()).isEqualTo(320);
        assertThat(generator.parameters().get("looks.weight").shape()).containsExactly(3L, 320L, 1L, 1L);
        assertThat(generator.parameters().get("looks.tap.0.weight").shape()).containsExactly(32L, 9L, 1L, 1L);
        assertThat(generator.parameters().get("looks.colours.weight").shape()).containsExactly(6L, 34L, 1L, 1L);
        assertThat(generator.constants()).containsOnlyKeys("looks.choose.weight", "looks.sum.weight");
        assertThat(generator(SMALL).constants()).isEmpty();
    }

    @Test
    void aGeneratorWithLooksIsGivenAPalette() {
        Generator generator = generator(SMALL.withPaletteWidth(PALETTE).withLooks(3));

        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> generator.forward(new Blueprint(), new Feature(1, 64, 64), null))
                .withMessage("a generator with looks has a palette");
    }

    /** 1 x 1 convolution without bias of one vector. */
    private static double[] applied(Tensor weights, double[] vector) {
        float[] numbers = weights.toFloats();
        double[] out = new double[numbers.length / vector.length];
        for (int o = 0; o < out.length; o++) {
            for (int i = 0; i < vector.length; i++) {
                out[o] += numbers[o * vector.length + i] * vector[i];
            }
        }
        return out;
    }

    @Test
    void theCodeOfALookAsksForThatLookAlone() {
        LookReadout readout = new LookReadout(3, PALETTE);
        for (int look = 0; look < 3; look++) {
            float[] code = LookReadout.code(look, PALETTE);
            double[] palette = new double[PALETTE];
            for (int i = 0; i < PALETTE; i++) {
                palette[i] = code[i];
            }
            double[] asked = applied(readout.constants().get("looks.choose.weight"), palette);

            assertThat(code[PALETTE - 1]).as("something is asked for").isEqualTo(1);
            for (int plane = 0; plane < 6; plane++) {
                assertThat(Math.max(0, asked[plane])).isEqualTo(plane % 3 == look ? 1 : 0);
            }
        }
    }

    @Test
    void sharesOfColoursAskForNoLook() {
        double[] shares = new double[PALETTE];
        java.util.Arrays.fill(shares, 0.3);

        for (double asked : applied(new LookReadout(3, PALETTE).constants().get("looks.choose.weight"), shares)) {
            assertThat(Math.max(0, asked)).isZero();
        }
    }

    @Test
    void whatLooksGiveIsSummedPlaneByPlane() {
        Tensor sum = new LookReadout(2, PALETTE).constants().get("looks.sum.weight");

        assertThat(applied(sum, new double[] {1, 2, 30, 40})).containsExactly(3, 70);
        assertThat(sum.shape()).containsExactly(2, 4, 1, 1);
    }

    @Test
    void onlyWhatSaysWhichLookIsWhichIsConstant() {
        assertThat(LookReadout.isConstant("looks.choose.weight")).isTrue();
        assertThat(LookReadout.isConstant("looks.sum.weight")).isTrue();
        assertThat(LookReadout.isConstant("looks.colours.weight")).isFalse();
        assertThat(LookReadout.isConstant("looks.weight")).isFalse();
    }

    @Test
    void settingsThatMakeNoNetworkAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.withDecoderWidths(List.of(8, 8, 8, 8)))
                .withMessage("decoder widths must be 5 positive numbers, not [8, 8, 8, 8]");
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withDecoderWidths(List.of(8, 8, 0, 8, 8)));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withDropout(1));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withDropout(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.withPaletteWidth(27))
                .withMessageEndingWith("it is 27");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.withLooks(2))
                .withMessage("looks are palettes: a generator with 2 needs a palette input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.withPaletteWidth(PALETTE).withLooks(-1));
    }

    @Test
    void eachChangeOfTheSettingsLeavesTheOthersAsTheyAre() {
        GeneratorSettings all = SMALL.withAttention(true, false)
                .withUpsampling(Upsampling.BILINEAR)
                .withDropout(0.25)
                .withEncoderWeights(Path.of("e.safetensors"))
                .withPaletteWidth(PALETTE)
                .withLooks(2);

        assertThat(all)
                .isEqualTo(new GeneratorSettings(
                        Encoder.MOBILENET_V2,
                        List.of(10, 9, 8, 7, 6),
                        true,
                        false,
                        Upsampling.BILINEAR,
                        0.25,
                        Path.of("e.safetensors"),
                        PALETTE,
                        2));
        assertThat(all.withLooks(0)
                        .withPaletteWidth(0)
                        .withAttention(false, false)
                        .withUpsampling(Upsampling.NEAREST)
                        .withDropout(0)
                        .withEncoderWeights(null))
                .isEqualTo(SMALL);
        assertThat(SMALL.pretrained()).isEmpty();
        assertThat(all.pretrained()).contains(Path.of("e.safetensors"));
    }
}
