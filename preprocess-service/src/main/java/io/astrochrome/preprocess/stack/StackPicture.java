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
public record StackPicture(FrameIngested newest, String stackId, List<StackedLight> lights, Composite composite) {}
