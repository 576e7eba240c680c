package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.ConvShape;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a convolution came to.
 *
 * @param shape its kind
 * @param twice whether gradients of gradients were checked too
 * @param pictures how many it was checked on
 * @param way how it is computed
 * @param fault what was wrong with {@link ConvolutionWay#PLAIN}; null where that is the way
 */
public record CheckedConvolution(
        ConvShape shape,
        boolean twice,
        int pictures,
        ConvolutionWay way,
        @Nullable String fault) {
    /**
     * @throws IllegalArgumentException where something is missing, or a detour comes without its reason
     */
    public CheckedConvolution {
        if (shape == null || way == null) {
            throw new IllegalArgumentException("a checked convolution has a shape and a way");
        }
        if (way == ConvolutionWay.PLAIN != (fault == null)) {
            throw new IllegalArgumentException(shape + " goes " + way + " because of " + fault
                    + ": a detour has a reason, the plain way has none");
        }
    }

    ConvolutionCase asCase() {
        return new ConvolutionCase(shape, twice, pictures);
    }
}
