package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;

/**
 * ResNet's block; He et al. 2016, arXiv:1512.03385. Layers have torchvision's names.
 *
 * @param name prefix of its layers' names
 * @param in channels it reads
 * @param width channels inside
 * @param bottleneck 1x1, 3x3, 1x1 with four times the width at the end, rather than 3x3, 3x3
 * @param stride of the block
 * @param conventions where a bottleneck's stride sits
 */
record ResidualBlock(String name, int in, int width, boolean bottleneck, int stride, Conventions conventions) {
    static final int EXPANSION = 4;

    int out() {
        return bottleneck ? width * EXPANSION : width;
    }

    <T> T forward(Ops<T> ops, T x) {
        T y = bottleneck ? deep(ops, x) : shallow(ops, x);
        return ops.relu(ops.add(y, shortcut(ops, x)));
    }

    private <T> T shallow(Ops<T> ops, T x) {
        T y = ops.relu(norm(ops, ops.conv(x, Conv.plain(name + ".conv1", in, width, 3, stride)), ".bn1", width));
        return norm(ops, ops.conv(y, Conv.plain(name + ".conv2", width, width, 3, 1)), ".bn2", width);
    }

    private <T> T deep(Ops<T> ops, T x) {
        int first = conventions.strideFirst() ? stride : 1;
        T y = ops.relu(norm(ops, ops.conv(x, Conv.plain(name + ".conv1", in, width, 1, first)), ".bn1", width));
        y = ops.conv(y, Conv.plain(name + ".conv2", width, width, 3, stride / first));
        y = ops.relu(norm(ops, y, ".bn2", width));
        return norm(ops, ops.conv(y, Conv.plain(name + ".conv3", width, out(), 1, 1)), ".bn3", out());
    }

    private <T> T shortcut(Ops<T> ops, T x) {
        if (stride == 1 && in == out()) {
            return x;
        }
        T y = ops.conv(x, Conv.plain(name + ".downsample.0", in, out(), 1, stride));
        return norm(ops, y, ".downsample.1", out());
    }

    private <T> T norm(Ops<T> ops, T x, String suffix, int channels) {
        return ops.batchNorm(x, BatchNorm.of(name + suffix, channels).withEpsilon(conventions.epsilon()));
    }
}
