package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.metrics.registry.tensors.LiveFrame;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one moment: all that triggers look at.
 *
 * @param championId null where there is no champion
 * @param newFrames frames to learn from that came after the champion was trained
 * @param trainedOn what the champion's pictures look like; null where it does not say
 * @param live the newest live frames, the oldest first
 * @param gains the champion's gains by target, the oldest first
 */
record Observations(
        Instant now,
        @Nullable String championId,
        long newFrames,
        @Nullable LightnessStatistics trainedOn,
        List<LiveFrame> live,
        Map<String, List<Double>> gains) {}
