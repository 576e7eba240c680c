package io.astrochrome.metrics.tensors;

import io.astrochrome.imaging.quality.LightnessStatistics;
import java.time.Instant;

/** What a live frame looks like. */
public record LiveFrame(String frameId, String target, Instant preparedAt, LightnessStatistics statistics) {}
