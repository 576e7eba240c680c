package io.astrochrome.metrics.registry.tensors;

import io.astrochrome.imaging.quality.LightnessStatistics;
import java.time.Instant;

/**
 * What a live frame looks like.
 *
 * @param shortSide of its tensor, with the padding, in px
 */
public record LiveFrame(
        String frameId, String target, Instant preparedAt, int shortSide, LightnessStatistics statistics) {}
