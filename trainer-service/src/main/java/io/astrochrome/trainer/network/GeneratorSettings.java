package io.astrochrome.trainer.network;

import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides a generator's shape and its starting values.
 *
 * @param encoder the encoder its U-Net stands on
 * @param decoderWidths channels of the five decoder stages, deepest first; the last one works at the input's resolution
 * @param decoderAttention concurrent spatial and channel squeeze-and-excitation (scSE) after each decoder stage
 * @param bottleneckAttention self-attention on the encoder's deepest features
 * @param upsampling how the decoder doubles a feature map
 * @param dropout probability of dropping an activation at the bottleneck while training, in [0, 1)
 * @param encoderWeights file with pre-trained encoder values (safetensors, or a torchvision {@code .pth}), or null for
 *     random ones
 * @param paletteWidth length of the optional palette input, laid out as {@link PaletteLayout} says; 0 for a generator
 *     without it
 * @param looks how many looks it tells the likelihood of; 0 for none
 */
public record GeneratorSettings(
        Encoder encoder,
        List<Integer> decoderWidths,
        boolean decoderAttention,
        boolean bottleneckAttention,
        Upsampling upsampling,
        double dropout,
        @Nullable Path encoderWeights,
        int paletteWidth,
        int looks) {
    /** Decoder stages: one per halving of the encoder. */
    public static final int DECODER_STAGES = 5;

    private static final List<Integer> DEFAULT_WIDTHS = List.of(256, 128, 64, 32, 16);

    /**
     * @throws IllegalArgumentException where a value breaks the rule its parameter states
     */
    public GeneratorSettings {
        decoderWidths = List.copyOf(decoderWidths);
        if (decoderWidths.size() != DECODER_STAGES || decoderWidths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "decoder widths must be " + DECODER_STAGES + " positive numbers, not " + decoderWidths);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("generator dropout must lie in [0, 1), not " + dropout);
        }
        if (paletteWidth != 0 && !PaletteLayout.isWidth(paletteWidth)) {
            throw new IllegalArgumentException("palette width must be 0 for none, or 3 * g * g + 1 with an odd g from 3"
                    + " on (28, 76, 148, 244, ...); it is " + paletteWidth);
        }
        if (looks < 0 || (looks > 0 && paletteWidth == 0)) {
            throw new IllegalArgumentException(
                    "looks are palettes: a generator with " + looks + " needs a palette input");
        }
    }

    /** That encoder with random values, decoder 256-128-64-32-16, nearest upsampling, no attention, no dropout. */
    public static GeneratorSettings of(Encoder encoder) {
        return new GeneratorSettings(encoder, DEFAULT_WIDTHS, false, false, Upsampling.NEAREST, 0, null, 0, 0);
    }

    /** The file with pre-trained encoder values, where there is one. */
    public Optional<Path> pretrained() {
        return Optional.ofNullable(encoderWeights);
    }

    /** The same with other decoder widths. */
    public GeneratorSettings withDecoderWidths(List<Integer> widths) {
        return new GeneratorSettings(
                encoder,
                widths,
                decoderAttention,
                bottleneckAttention,
                upsampling,
                dropout,
                encoderWeights,
                paletteWidth,
                looks);
    }

    /** The same with or without attention in the decoder and at the bottleneck. */
    public GeneratorSettings withAttention(boolean decoder, boolean bottleneck) {
        return new GeneratorSettings(
                encoder, decoderWidths, decoder, bottleneck, upsampling, dropout, encoderWeights, paletteWidth, looks);
    }

    /** The same with another upsampling. */
    public GeneratorSettings withUpsampling(Upsampling other) {
        return new GeneratorSettings(
                encoder,
                decoderWidths,
                decoderAttention,
                bottleneckAttention,
                other,
                dropout,
                encoderWeights,
                paletteWidth,
                looks);
    }

    /** The same with another dropout. */
    public GeneratorSettings withDropout(double probability) {
        return new GeneratorSettings(
                encoder,
                decoderWidths,
                decoderAttention,
                bottleneckAttention,
                upsampling,
                probability,
                encoderWeights,
                paletteWidth,
                looks);
    }

    /** The same, starting from the encoder values in that file. */
    public GeneratorSettings withEncoderWeights(Path file) {
        return new GeneratorSettings(
                encoder,
                decoderWidths,
                decoderAttention,
                bottleneckAttention,
                upsampling,
                dropout,
                file,
                paletteWidth,
                looks);
    }

    /** The same with a palette input of that length. */
    public GeneratorSettings withPaletteWidth(int width) {
        return new GeneratorSettings(
                encoder,
                decoderWidths,
                decoderAttention,
                bottleneckAttention,
                upsampling,
                dropout,
                encoderWeights,
                width,
                looks);
    }

    /** The same, telling the likelihood of so many looks. */
    public GeneratorSettings withLooks(int count) {
        return new GeneratorSettings(
                encoder,
                decoderWidths,
                decoderAttention,
                bottleneckAttention,
                upsampling,
                dropout,
                encoderWeights,
                paletteWidth,
                count);
    }
}
