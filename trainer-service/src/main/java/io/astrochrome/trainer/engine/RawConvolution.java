package io.astrochrome.trainer.engine;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/** A convolution as the engine's library computes it, right or wrong; tests put wrong ones in its place. */
@FunctionalInterface
interface RawConvolution {
    /**
     * libtorch's own, which chooses among oneDNN's, MKL's and its own by shape and processor. One of single pixels that leaves
     * some out has them left out before: the same numbers for less work, and oneDNN's own way back of it ends the
     * process where a machine does not tell its caches (libtorch 2.7.1, {@code est_eff_1x1}, an integer's division by 0).
     */
    RawConvolution OF_THE_LIBRARY = (x, weight, bias, stride, padding, groups) -> {
        boolean pointwise = weight.getShape().get(2) == 1 && weight.getShape().get(3) == 1 && padding == 0;
        int step = pointwise ? 1 : stride;
        return JniUtils.convolution(
                pointwise && stride > 1 ? everySo(x, stride) : x,
                weight,
                bias,
                new Shape(step, step),
                new Shape(padding, padding),
                new Shape(1, 1),
                groups);
    };

    private static PtNDArray everySo(PtNDArray x, int stride) {
        long[] sides = x.getShape().getShape();
        return JniUtils.slice(JniUtils.slice(x, 2, 0, sides[2], stride), 3, 0, sides[3], stride);
    }

    /**
     * The convolution of {@code x}.
     *
     * @param bias null for none
     * @param padding zeros on each side
     */
    PtNDArray of(PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, int stride, int padding, int groups);
}
