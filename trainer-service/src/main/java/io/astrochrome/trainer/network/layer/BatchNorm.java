package io.astrochrome.trainer.network.layer;

/**
 * Batch normalisation over pictures and pixels; its values are {@code name.weight}, {@code name.bias}, and the statistics
 * {@code name.running_mean} and {@code name.running_var}, each of shape {@code [channels]}. Ioffe and Szegedy 2015,
 * arXiv:1502.03167.
 *
 * @param name prefix of its values' names
 * @param channels of what it normalises
 * @param epsilon added to the variance
 * @param momentum weight of a batch in the running statistics (PyTorch's sense)
 */
public record BatchNorm(String name, int channels, double epsilon, double momentum) {
    /** PyTorch's own. */
    public static final double PYTORCH_EPSILON = 1e-5;

    /** TensorFlow's, as EfficientNet was trained with. */
    public static final double TENSORFLOW_EPSILON = 1e-3;

    private static final double MOMENTUM = 0.1;

    /** With PyTorch's epsilon and momentum. */
    public static BatchNorm of(String name, int channels) {
        return new BatchNorm(name, channels, PYTORCH_EPSILON, MOMENTUM);
    }

    /** The same with another epsilon. */
    public BatchNorm withEpsilon(double other) {
        return new BatchNorm(name, channels, other, momentum);
    }
}
