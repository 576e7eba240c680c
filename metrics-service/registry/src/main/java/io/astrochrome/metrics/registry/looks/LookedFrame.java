package io.astrochrome.metrics.registry.looks;

import io.astrochrome.imaging.color.LabImage;
import java.util.List;

/**
 * A frame in the looks that a model offers, the likeliest first.
 *
 * @param frameId whose frame it is
 * @param modelId whose looks they are
 */
public record LookedFrame(String frameId, String modelId, List<OfLook> looks) {
    /**
     * The frame in one look.
     *
     * @param name of the look
     * @param likelihood from 0 to 1
     * @param picture at the size of the frame's tensor
     */
    public record OfLook(String name, double likelihood, LabImage picture) {}
}
