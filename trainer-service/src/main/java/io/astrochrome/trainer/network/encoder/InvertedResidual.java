package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.Activation;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;

/**
 * MobileNetV2's block: widen, filter each channel, narrow; Sandler et al. 2018, arXiv:1801.04381. With
 * squeeze-and-excitation it is EfficientNet's.
 *
 * @param name prefix of its layers' names
 * @param in channels it reads
 * @param out channels it makes
 * @param expansion how many times wider it is inside; 1 leaves the widening out
 * @param kernel side of the filter
 * @param stride of the filter
 * @param squeeze channels of the squeeze-and-excitation, 0 for none
 * @param activation its non-linearity
 * @param conventions padding and epsilon
 */
record InvertedResidual(
        String name,
        int in,
        int out,
        int expansion,
        int kernel,
        int stride,
        int squeeze,
        Activation activation,
        Conventions conventions) {

    <T> T forward(Ops<T> ops, T x) {
        int wide = in * expansion;
        T y = x;
        if (expansion > 1) {
            y = ops.conv(y, Conv.plain(name + ".expand_conv", in, wide, 1, 1));
            y = ops.activate(ops.batchNorm(y, norm(".bn0", wide)), activation);
        }
        y = ops.conv(
                y,
                MobileNetwork.padded(Conv.plain(name + ".depthwise", wide, wide, kernel, stride), conventions)
                        .depthwise());
        y = ops.activate(ops.batchNorm(y, norm(".bn1", wide)), activation);
        if (squeeze > 0) {
            y = ops.multiply(y, excitation(ops, y, wide));
        }
        y = ops.conv(y, Conv.plain(name + ".project_conv", wide, out, 1, 1).withGain(1));
        y = ops.batchNorm(y, norm(".bn2", out));
        return residual() ? ops.add(y, x) : y;
    }

    /** Squeeze-and-excitation; Hu et al. 2018, arXiv:1709.01507. */
    private <T> T excitation(Ops<T> ops, T y, int wide) {
        T z = ops.conv(ops.globalMean(y), Conv.pointwise(name + ".se_reduce", wide, squeeze));
        return ops.sigmoid(ops.conv(ops.activate(z, activation), Conv.pointwise(name + ".se_expand", squeeze, wide)));
    }

    private BatchNorm norm(String suffix, int channels) {
        return BatchNorm.of(name + suffix, channels).withEpsilon(conventions.epsilon());
    }

    /** Whether its input is added to its output, so that it can be left out. */
    boolean residual() {
        return stride == 1 && in == out;
    }
}
