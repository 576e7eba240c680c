package io.astrochrome.trainer.network;

import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Upsampling;

/**
 * One stage of the U-Net's decoder: doubled, joined with the encoder's feature map of that size, twice 3x3 with batch
 * normalisation and rectifier; Ronneberger et al. 2015, arXiv:1505.04597.
 *
 * @param name prefix of its layers' names
 * @param in channels from below
 * @param skip channels of the feature map it is joined with
 * @param out channels it makes
 * @param attention whether scSE follows
 * @param upsampling how it doubles
 */
record DecoderStage(String name, int in, int skip, int out, boolean attention, Upsampling upsampling) {
    /** Reduction of the channel attention, as in the paper. */
    private static final int REDUCTION = 16;

    <T> T forward(Ops<T> ops, T below, T across) {
        T x = ops.concat(ops.doubled(below, upsampling), across);
        x = ops.conv(x, Conv.plain(name + ".conv1", in + skip, out, 3, 1));
        x = ops.relu(ops.batchNorm(x, BatchNorm.of(name + ".bn1", out)));
        x = ops.conv(x, Conv.plain(name + ".conv2", out, out, 3, 1));
        x = ops.relu(ops.batchNorm(x, BatchNorm.of(name + ".bn2", out)));
        return attention ? attended(ops, x) : x;
    }

    /** Concurrent spatial and channel squeeze-and-excitation; Roy et al. 2018, arXiv:1803.02579. */
    private <T> T attended(Ops<T> ops, T x) {
        int squeezed = Math.max(1, out / REDUCTION);
        T channels = ops.conv(ops.globalMean(x), Conv.pointwise(name + ".scse.reduce", out, squeezed));
        channels = ops.sigmoid(ops.conv(ops.relu(channels), Conv.pointwise(name + ".scse.expand", squeezed, out)));
        T places = ops.sigmoid(ops.conv(x, Conv.pointwise(name + ".scse.places", out, 1)));
        return ops.add(ops.multiply(x, channels), ops.multiply(x, places));
    }
}
