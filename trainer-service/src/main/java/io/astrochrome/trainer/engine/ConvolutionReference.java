package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.ConvShape;

/**
 * A convolution in plain loops and double precision, one element at a time: what nothing of the engine's has a part in.
 * Arrays are {@code [N, C, H, W]} row by row, weights {@code [out, in/groups, kernel, kernel]}.
 */
final class ConvolutionReference {
    private final ConvShape shape;
    private final int pictures;
    private final int height;
    private final int width;
    private final int outHeight;
    private final int outWidth;

    /** Of so many pictures of that size. */
    ConvolutionReference(ConvShape shape, int pictures, int height, int width) {
        this.shape = shape;
        this.pictures = pictures;
        this.height = height;
        this.width = width;
        outHeight = shape.outputSide(height);
        outWidth = shape.outputSide(width);
    }

    long[] inputSides() {
        return new long[] {pictures, shape.in(), height, width};
    }

    long[] outputSides() {
        return new long[] {pictures, shape.out(), outHeight, outWidth};
    }

    /** Products that an output is the sum of. */
    int outputTerms() {
        return shape.in() / shape.groups() * shape.kernel() * shape.kernel();
    }

    /** Products that an element of the input's gradient is the sum of, at most. */
    int inputGradientTerms() {
        return shape.out() / shape.groups() * shape.kernel() * shape.kernel();
    }

    /** Products that an element of the weights' gradient is the sum of, at most. */
    int weightGradientTerms() {
        return pictures * outHeight * outWidth;
    }

    /** The output, without bias, at {@code [n, out, row, column]}. */
    double output(float[] x, float[] weight, long[] at) {
        int perGroup = shape.in() / shape.groups();
        int first = (int) at[1] / (shape.out() / shape.groups()) * perGroup;
        double sum = 0;
        for (int channel = 0; channel < perGroup; channel++) {
            for (int i = 0; i < shape.kernel(); i++) {
                for (int j = 0; j < shape.kernel(); j++) {
                    sum += input(x, at[0], first + channel, read(at[2], i), read(at[3], j))
                            * weight[weightAt((int) at[1], channel, i, j)];
                }
            }
        }
        return sum;
    }

    /** The gradient of {@code sum(output * slopes)} for the input, at {@code [n, in, row, column]}. */
    double inputGradient(float[] slopes, float[] weight, long[] at) {
        int outs = shape.out() / shape.groups();
        int perGroup = shape.in() / shape.groups();
        int first = (int) at[1] / perGroup * outs;
        double sum = 0;
        for (int out = first; out < first + outs; out++) {
            for (int i = 0; i < shape.kernel(); i++) {
                for (int j = 0; j < shape.kernel(); j++) {
                    int row = (int) at[2] + shape.padding().before() - i;
                    int column = (int) at[3] + shape.padding().before() - j;
                    if (row % shape.stride() == 0 && column % shape.stride() == 0) {
                        sum += slope(slopes, at[0], out, row / shape.stride(), column / shape.stride())
                                * weight[weightAt(out, (int) at[1] % perGroup, i, j)];
                    }
                }
            }
        }
        return sum;
    }

    /** The gradient of {@code sum(output * slopes)} for the weights, at {@code [out, in/groups, row, column]}. */
    double weightGradient(float[] x, float[] slopes, long[] at) {
        int outs = shape.out() / shape.groups();
        int channel = (int) at[0] / outs * (shape.in() / shape.groups()) + (int) at[1];
        double sum = 0;
        for (int n = 0; n < pictures; n++) {
            for (int row = 0; row < outHeight; row++) {
                for (int column = 0; column < outWidth; column++) {
                    sum += input(x, n, channel, read(row, (int) at[2]), read(column, (int) at[3]))
                            * slope(slopes, n, (int) at[0], row, column);
                }
            }
        }
        return sum;
    }

    private int read(long place, int tap) {
        return (int) place * shape.stride() + tap - shape.padding().before();
    }

    private int weightAt(int out, int channel, int i, int j) {
        return ((out * (shape.in() / shape.groups()) + channel) * shape.kernel() + i) * shape.kernel() + j;
    }

    private double input(float[] x, long n, int channel, int row, int column) {
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside ? x[(((int) n * shape.in() + channel) * height + row) * width + column] : 0;
    }

    private double slope(float[] slopes, long n, int out, int row, int column) {
        boolean inside = row >= 0 && row < outHeight && column >= 0 && column < outWidth;
        return inside ? slopes[(((int) n * shape.out() + out) * outHeight + row) * outWidth + column] : 0;
    }
}
