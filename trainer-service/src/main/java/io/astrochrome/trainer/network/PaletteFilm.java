package io.astrochrome.trainer.network;

import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;

/**
 * Steers feature maps by a palette vector: each channel is scaled and shifted (FiLM; Perez et al. 2018,
 * arXiv:1709.07871). Nothing in it has a bias, so an all-zero palette changes nothing: unguided.
 *
 * @param width length of the palette vector
 */
public record PaletteFilm(int width) {
    /** Name of what a palette is read with, {@code [hidden, width, 1, 1]}. */
    public static final String INPUT_WEIGHT = "palette.hidden.weight";

    /** Values that steer all the stages. */
    static final int HIDDEN = 128;

    /** What the stages are steered with, from {@code [N, width, 1, 1]}. */
    <T> T hidden(Ops<T> ops, T palette) {
        return ops.tanh(
                ops.conv(palette, linear("palette.hidden", width, HIDDEN).withGain(1)));
    }

    /** The same, with what else steers the stages added. */
    <T> T hidden(Ops<T> ops, T palette, T more) {
        T own = ops.conv(palette, linear("palette.hidden", width, HIDDEN).withGain(1));
        return ops.tanh(ops.add(own, more));
    }

    /** {@code x * (1 + scale) + shift}. */
    <T> T steered(Ops<T> ops, T x, T hidden, String name, int channels) {
        T scale = ops.conv(hidden, linear("palette." + name + ".scale", HIDDEN, channels));
        T shift = ops.conv(hidden, linear("palette." + name + ".shift", HIDDEN, channels));
        return ops.add(ops.add(x, ops.multiply(x, scale)), shift);
    }

    private static Conv linear(String name, int in, int out) {
        return new Conv(name, in, out, 1, 1, 1, false, Padding.NONE, 0.1);
    }
}
