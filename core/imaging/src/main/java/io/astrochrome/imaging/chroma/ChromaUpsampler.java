package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/** Brings reduced chroma to a frame's resolution, guided by its luminance. Implementations are immutable and thread-safe. */
public sealed interface ChromaUpsampler permits GuidedFilterUpsampler, JointBilateralUpsampler {
    /** The strategy that measured best; see the decision record on chroma upsampling. */
    static ChromaUpsampler standard() {
        return new GuidedFilterUpsampler();
    }

    /** The strategy of that name. */
    static ChromaUpsampler named(String name) {
        return switch (name) {
            case GuidedFilterUpsampler.NAME -> new GuidedFilterUpsampler();
            case JointBilateralUpsampler.NAME -> new JointBilateralUpsampler();
            default ->
                throw new IllegalArgumentException("chroma upsampling must be " + GuidedFilterUpsampler.NAME + " or "
                        + JointBilateralUpsampler.NAME + ", not " + name);
        };
    }

    /** The strategy's name in configuration. */
    String name();

    /**
     * Prepares one frame.
     *
     * @param reduced lightness, a* and b* of the whole frame (no padding) at the network's size
     * @param width of the frame in px
     * @param height of the frame in px
     */
    ChromaStrips prepare(LabImage reduced, int width, int height);
}
