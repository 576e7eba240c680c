package io.astrochrome.trainer.engine;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** A convolution as the engine's library computes it, right or wrong; tests put wrong ones in its place. */
@FunctionalInterface
interface RawConvolution {
    /** libtorch's own, which chooses among oneDNN's, MKL's and its own by shape and processor. */
    RawConvolution OF_THE_LIBRARY = (x, weight, bias, stride, padding, groups) -> JniUtils.convolution(
            x, weight, bias, new Shape(stride, stride), new Shape(padding, padding), new Shape(1, 1), groups);

    /**
     * The convolution of {@code x}.
     *
     * @param bias null for none
     * @param padding zeros on each side
     */
    PtNDArray of(PtNDArray x, PtNDArray weight, PtNDArray bias, int stride, int padding, int groups);
}
