package io.astrochrome.trainer.network.layer;

/**
 * A square convolution; its values are {@code name.weight} of shape {@code [out, in/groups, kernel, kernel]} and, with a
 * bias, {@code name.bias} of shape {@code [out]}.
 *
 * @param name prefix of its parameters' names
 * @param in channels it reads
 * @param out channels it makes
 * @param kernel side of the kernel
 * @param stride step between outputs
 * @param groups independent groups of channels; {@code in} makes it depthwise
 * @param bias whether a value per output channel is added
 * @param padding zeros around the input
 * @param gain its random weights' deviation is {@code gain / sqrt(fan in)}; 0 starts at zero
 */
public record Conv(
        String name, int in, int out, int kernel, int stride, int groups, boolean bias, Padding padding, double gain) {
    /** Keeps the variance through a rectifier; He et al. 2015, arXiv:1502.01852. */
    public static final double HE_GAIN = Math.sqrt(2);

    /**
     * @throws IllegalArgumentException where the groups do not divide the channels
     */
    public Conv {
        if (in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(name + ": " + groups + " groups do not divide " + in + " and " + out);
        }
    }

    /** A convolution with symmetric padding, without bias, for what a batch normalisation follows. */
    public static Conv plain(String name, int in, int out, int kernel, int stride) {
        return new Conv(name, in, out, kernel, stride, 1, false, Padding.symmetric(kernel), HE_GAIN);
    }

    /** A 1x1 convolution with bias. */
    public static Conv pointwise(String name, int in, int out) {
        return new Conv(name, in, out, 1, 1, 1, true, Padding.NONE, 1);
    }

    /** What kind of work it is. */
    public ConvShape shape() {
        return new ConvShape(in, out, kernel, stride, groups, bias, padding);
    }

    /** The same with another padding. */
    public Conv padded(Padding other) {
        return new Conv(name, in, out, kernel, stride, groups, bias, other, gain);
    }

    /** The same with a value per output channel added. */
    public Conv biased() {
        return new Conv(name, in, out, kernel, stride, groups, true, padding, gain);
    }

    /** The same with other random weights. */
    public Conv withGain(double other) {
        return new Conv(name, in, out, kernel, stride, groups, bias, padding, other);
    }

    /** The same, one group per channel. */
    public Conv depthwise() {
        return new Conv(name, in, out, kernel, stride, in, bias, padding, gain);
    }
}
