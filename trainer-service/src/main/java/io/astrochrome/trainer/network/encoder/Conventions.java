package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.BatchNorm;

/**
 * What differs between publications of one encoder; values trained one way are of little use the other way.
 *
 * @param samePadding TensorFlow's SAME padding rather than PyTorch's symmetric one
 * @param epsilon of the batch normalisations
 * @param strideFirst a bottleneck's stride sits in its first 1x1 convolution (ResNet v1) rather than in its 3x3
 * @param blocksLeftOut residual blocks at the end that are left out because their values are missing
 */
public record Conventions(boolean samePadding, double epsilon, boolean strideFirst, int blocksLeftOut) {
    /** The one that an encoder with random values gets. */
    public static Conventions of(Encoder encoder) {
        return switch (encoder) {
            case RESNET34, RESNET50 -> pytorch();
            case EFFICIENTNET_B0,
                    EFFICIENTNET_B1,
                    EFFICIENTNET_B2,
                    EFFICIENTNET_B3,
                    EFFICIENTNET_B4,
                    EFFICIENTNET_B5,
                    EFFICIENTNET_B6,
                    EFFICIENTNET_B7,
                    EFFICIENTNET_LITE0,
                    MOBILENET_V2 -> tensorflow();
        };
    }

    /** As published with TensorFlow. */
    public static Conventions tensorflow() {
        return new Conventions(true, BatchNorm.TENSORFLOW_EPSILON, false, 0);
    }

    /** As in torchvision. */
    public static Conventions pytorch() {
        return new Conventions(false, BatchNorm.PYTORCH_EPSILON, false, 0);
    }

    /** As in the first publication of ResNet, with Caffe: no padding before the pool, stride in the first convolution. */
    public static Conventions caffe() {
        return new Conventions(true, BatchNorm.PYTORCH_EPSILON, true, 0);
    }

    /** The same without the last blocks. */
    public Conventions withoutLastBlocks(int blocks) {
        return new Conventions(samePadding, epsilon, strideFirst, blocks);
    }

    /** The same with another epsilon. */
    public Conventions withEpsilon(double other) {
        return new Conventions(samePadding, other, strideFirst, blocksLeftOut);
    }
}
