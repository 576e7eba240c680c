package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the engine computes rightly on this machine. Every convolution is checked before it is first run; asking here
 * first settles that before anything is learnt or measured, in one go. Thread-safe.
 */
public final class EngineCheck {
    private EngineCheck() {}

    /**
     * Returns when all these are known to be right, or to have a right way round; what was checked once on this machine
     * costs nothing.
     *
     * @param convolutions with what each reads, as {@link io.astrochrome.trainer.network.layer.Blueprint} notes them
     * @throws WrongEngineException where one is wrong in every way there is
     */
    public static void require(Map<ConvShape, Feature> convolutions) {
        require(convolutions, Map.of());
    }

    /**
     * The same for two networks at once.
     *
     * @param twice of a network of which gradients of gradients are taken
     * @throws WrongEngineException where one is wrong in every way there is
     */
    public static void require(Map<ConvShape, Feature> convolutions, Map<ConvShape, Feature> twice) {
        Convolutions.current().check(cases(convolutions, twice));
    }

    static Map<ConvolutionCase, Feature> cases(Map<ConvShape, Feature> convolutions, Map<ConvShape, Feature> twice) {
        Map<ConvolutionCase, Feature> cases = new LinkedHashMap<>();
        convolutions.forEach((shape, map) -> cases.put(ConvolutionCase.of(shape, false, 1), map));
        twice.forEach((shape, map) -> cases.put(ConvolutionCase.of(shape, true, 1), map));
        return cases;
    }

    /**
     * The way of a convolution that is differentiated once, for who writes it down instead of running it.
     *
     * @throws IllegalStateException where it was not asked for before
     */
    public static ConvolutionWay way(ConvShape shape) {
        return Convolutions.current().way(shape);
    }

    /** What is known of the engine so far; loads nothing. */
    public static EngineReport report() {
        return Convolutions.current().report();
    }
}
