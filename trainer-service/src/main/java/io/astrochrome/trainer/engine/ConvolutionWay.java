package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Padding;
import org.jspecify.annotations.Nullable;

/**
 * How a convolution is computed. All ways give the same numbers but for rounding, and can be differentiated to any order;
 * each is cheaper than those after it.
 */
public enum ConvolutionWay {
    /** As the library does it. */
    PLAIN {
        @Override
        PtNDArray convolve(
                RawConvolution raw, PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, ConvShape shape) {
            return raw.of(
                    padded(x, shape.padding(), 0), weight, bias, shape.stride(), even(shape.padding()), shape.groups());
        }
    },
    /**
     * As the library does it with channels of zeros added up to a multiple of {@value #VECTOR}, so that none of its vectors
     * is filled in part. For one group; several are left as they are.
     */
    PADDED {
        @Override
        PtNDArray convolve(
                RawConvolution raw, PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, ConvShape shape) {
            int in = zeros(shape, shape.in());
            int out = zeros(shape, shape.out());
            PtNDArray wide = raw.of(
                    padded(x, shape.padding(), in),
                    in + out == 0 ? weight : JniUtils.pad(weight, new long[] {0, 0, 0, 0, 0, in, 0, out}, 0),
                    bias == null || out == 0 ? bias : JniUtils.pad(bias, new long[] {0, out}, 0),
                    shape.stride(),
                    even(shape.padding()),
                    shape.groups());
            return out == 0 ? wide : JniUtils.slice(wide, 1, 0, shape.out(), 1);
        }
    },
    /** The windows as columns, and a product of matrices: no convolution of the library's at any order. */
    UNFOLDED {
        @Override
        PtNDArray convolve(
                RawConvolution raw, PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, ConvShape shape) {
            long[] numbers = {shape.stride(), even(shape.padding()), shape.groups()};
            try (NDArray how = Torch.instance().manager().create(numbers)) {
                PtNDArray product = (PtNDArray) Torch.instance()
                        .recorded("unfolded", padded(x, shape.padding(), 0), weight, (PtNDArray) how)
                        .get(0);
                return bias == null ? product : product.add(JniUtils.reshape(bias, new long[] {1, shape.out(), 1, 1}));
            }
        }
    };

    /** Floats in a vector of AVX-512, the widest that oneDNN lays channels out in. */
    static final int VECTOR = 16;

    /** Up to so many channels fill a vector of AVX2 at most, and are not worth {@value #VECTOR}. */
    private static final int NARROW = 8;

    /** The convolution of {@code x} by {@code weight}, plus {@code bias} where it is not null. */
    abstract PtNDArray convolve(
            RawConvolution raw, PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, ConvShape shape);

    /** Channels of zeros that {@link #PADDED} adds to so many. */
    public static int zeros(ConvShape shape, int channels) {
        return shape.groups() > 1 || channels <= NARROW ? 0 : Math.floorMod(-channels, VECTOR);
    }

    /** The padding that the library does itself; it knows none that differs from side to side. */
    public static int even(Padding padding) {
        return padding.even() ? padding.before() : 0;
    }

    private static PtNDArray padded(PtNDArray x, Padding padding, int channels) {
        if (padding.even() && channels == 0) {
            return x;
        }
        long before = padding.even() ? 0 : padding.before();
        long after = padding.even() ? 0 : padding.after();
        return JniUtils.pad(x, new long[] {before, after, before, after, 0, channels}, 0);
    }
}
