package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.SafetensorsFormatException;
import io.astrochrome.tensors.Tensor;
import java.util.Arrays;

/**
 * A convolution with bias, and what is negative becomes 0. The innermost loops run along rows, which the JVM vectorises.
 *
 * @param weights [out, in, kernel, kernel]
 */
record ConvolutionReluLayer(int out, int in, int kernel, int stride, int padding, float[] weights, float[] bias) {
    static ConvolutionReluLayer of(Safetensors file, String name, int stride, int padding)
            throws SafetensorsFormatException {
        Tensor weight = file.tensor(name + ".weight");
        long[] shape = weight.shape();
        if (shape.length != 4) {
            throw new SafetensorsFormatException(name + ".weight has " + shape.length + " sides, not 4");
        }
        return new ConvolutionReluLayer(
                (int) shape[0],
                (int) shape[1],
                (int) shape[3],
                stride,
                padding,
                weight.toFloats(),
                file.tensor(name + ".bias").toFloats());
    }

    FeatureMap apply(FeatureMap input) {
        int height = (input.height() + 2 * padding - kernel) / stride + 1;
        int width = (input.width() + 2 * padding - kernel) / stride + 1;
        FeatureMap output = FeatureMap.ofSize(out, height, width);
        float[] sum = new float[width];
        for (int o = 0; o < out; o++) {
            for (int y = 0; y < height; y++) {
                Arrays.fill(sum, bias[o]);
                addRows(input, o, y, sum);
                for (int x = 0; x < width; x++) {
                    output.values()[(o * height + y) * width + x] = Math.max(0f, sum[x]);
                }
            }
        }
        return output;
    }

    private void addRows(FeatureMap input, int o, int y, float[] sum) {
        for (int ky = 0; ky < kernel; ky++) {
            int row = y * stride + ky - padding;
            if (row < 0 || row >= input.height()) {
                continue;
            }
            for (int i = 0; i < in; i++) {
                int from = (i * input.height() + row) * input.width();
                for (int kx = 0; kx < kernel; kx++) {
                    float weight = weights[((o * in + i) * kernel + ky) * kernel + kx];
                    addRow(input.values(), from + kx - padding, input.width(), kx - padding, weight, sum);
                }
            }
        }
    }

    /** Adds weight times the row, shifted by {@code shift}; what lies outside the row counts as 0. */
    private void addRow(float[] values, int from, int length, int shift, float weight, float[] sum) {
        int first = shift < 0 ? (-shift + stride - 1) / stride : 0;
        int end = Math.min(sum.length, (length - 1 - shift) / stride + 1);
        if (stride == 1) {
            for (int x = first; x < end; x++) {
                sum[x] += weight * values[from + x];
            }
        } else {
            for (int x = first; x < end; x++) {
                sum[x] += weight * values[from + x * stride];
            }
        }
    }
}
