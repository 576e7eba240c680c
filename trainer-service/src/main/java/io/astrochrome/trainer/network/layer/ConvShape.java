package io.astrochrome.trainer.network.layer;

/**
 * What kind of convolution a {@link Conv} is, whatever its name and its values: two of one shape are the same work for the
 * engine.
 *
 * @param in channels it reads
 * @param out channels it makes
 * @param kernel side of the kernel
 * @param stride step between outputs
 * @param groups independent groups of channels
 * @param bias whether a value per output channel is added
 * @param padding zeros around the input
 */
public record ConvShape(int in, int out, int kernel, int stride, int groups, boolean bias, Padding padding) {
    /**
     * @throws IllegalArgumentException where a size is not positive or the groups do not divide the channels
     */
    public ConvShape {
        if (in < 1 || out < 1 || kernel < 1 || stride < 1 || groups < 1) {
            throw new IllegalArgumentException("a convolution's sizes must be positive: " + in + ", " + out + ", "
                    + kernel + ", " + stride + ", " + groups);
        }
        if (in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(groups + " groups do not divide " + in + " and " + out);
        }
        if (padding == null) {
            throw new IllegalArgumentException("a convolution without padding says so by Padding.NONE");
        }
    }

    /** The shape of its values, {@code [out, in/groups, kernel, kernel]}. */
    public long[] weightSides() {
        return new long[] {out, in / groups, kernel, kernel};
    }

    /** The side of what it makes of an input of that side. */
    public int outputSide(int side) {
        return Math.floorDiv(side + padding.before() + padding.after() - kernel, stride) + 1;
    }

    /** For people: {@code 3 x 3 convolution of 24 to 32 channels, stride 2}. */
    @Override
    public String toString() {
        return kernel + " x " + kernel + " convolution of " + in + " to " + out + " channels"
                + (groups == 1 ? "" : ", " + groups + " groups")
                + (stride == 1 ? "" : ", stride " + stride)
                + (padding.even() ? "" : ", padding " + padding.before() + " and " + padding.after())
                + (bias ? ", with bias" : "");
    }
}
