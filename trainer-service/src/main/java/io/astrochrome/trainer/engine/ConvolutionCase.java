package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.ConvShape;

/**
 * What is checked once: a kind of convolution, and how it is used.
 *
 * @param shape its kind
 * @param twice whether gradients of gradients are taken, as the gradient penalty does
 * @param pictures that it is tried on: {@value #USUAL_PICTURES}, or more where gradients of gradients are taken of so many.
 *     That of the weights is itself a convolution, whose channels are the pictures
 */
record ConvolutionCase(ConvShape shape, boolean twice, int pictures) {
    /** The batch that recipes have by default; fewer fill vectors of channels no worse. */
    static final int USUAL_PICTURES = 8;

    /**
     * @throws IllegalArgumentException where there are fewer pictures than usual
     */
    ConvolutionCase {
        if (pictures < USUAL_PICTURES) {
            throw new IllegalArgumentException(
                    "a convolution is checked on at least " + USUAL_PICTURES + " pictures, not " + pictures);
        }
    }

    /** The case of so many pictures. */
    static ConvolutionCase of(ConvShape shape, boolean twice, long pictures) {
        return new ConvolutionCase(shape, twice, twice ? (int) Math.max(pictures, USUAL_PICTURES) : USUAL_PICTURES);
    }
}
