package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.compose.StackedLight;
import java.util.List;

/**
 * A picture of a target's stacks.
 *
 * @param newest the newest exposure in it, whose id the picture has
 * @param stackId SHA-256 over its exposures and how they were composed
 * @param lights what it was composed of
 */
public record StackPicture(FrameIngested newest, String stackId, List<StackedLight> lights, Composite composite) {
    private static final int LEAST_SUBS = 4;
    private static final double LEAST_SHARE = 0.8;

    /**
     * Whether it is deep and measured enough for its colours to be the truth that a guess is scored against: each filter that
     * is mixed has {@value #LEAST_SUBS} exposures, and the colour of {@value #LEAST_SHARE} of the light was measured.
     */
    public boolean isTruth() {
        return composite.formula().isPresent()
                && lights.stream()
                        .filter(light -> composite.formula().get().roles().contains(light.role()))
                        .allMatch(light -> light.subs() >= LEAST_SUBS)
                && composite.known().measuredShare() >= LEAST_SHARE;
    }
}
