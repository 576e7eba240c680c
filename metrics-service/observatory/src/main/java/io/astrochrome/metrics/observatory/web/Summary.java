package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.FrameState;
import io.astrochrome.metrics.observatory.feed.Score;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gallery in figures; those that nothing was measured for are absent.
 *
 * @param caughtUp whether the gallery holds what was in the log at start
 * @param medianLatencyMillis of the newest coloured frames, from arrival until the colours were stored
 * @param modelName of the newest coloured frame
 * @param targets number of frames by target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(
        boolean caughtUp,
        long coloured,
        long waiting,
        long scored,
        long quarantined,
        @Nullable Double meanGainDecibels,
        @Nullable Double meanPsnrDecibels,
        @Nullable Long medianLatencyMillis,
        @Nullable String modelId,
        @Nullable String modelName,
        @Nullable String executionProvider,
        Map<String, Long> targets) {
    private static final int LATENCY_SAMPLE = 50;

    static Summary of(List<FeedItem> newestFirst, int quarantined, boolean caughtUp) {
        List<FeedItem> coloured = newestFirst.stream()
                .filter(item -> item.state() == FrameState.COLOURED)
                .toList();
        var newest = coloured.stream().map(FeedItem::colouring).findFirst();
        return new Summary(
                caughtUp,
                coloured.size(),
                newestFirst.size() - (long) coloured.size(),
                coloured.stream().filter(item -> item.score() != null).count(),
                quarantined,
                mean(coloured, Score::gainDecibels),
                mean(coloured, Score::psnrDecibels),
                medianLatency(coloured),
                newest.map(c -> c.modelId()).orElse(null),
                newest.map(c -> c.modelName()).orElse(null),
                newest.map(c -> c.executionProvider()).orElse(null),
                newestFirst.stream()
                        .collect(Collectors.groupingBy(
                                item -> item.frame().target(), TreeMap::new, Collectors.counting())));
    }

    private static @Nullable Double mean(List<FeedItem> coloured, Function<Score, Double> figure) {
        var mean = coloured.stream()
                .map(FeedItem::score)
                .filter(Objects::nonNull)
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? (Double) mean.getAsDouble() : null;
    }

    private static @Nullable Long medianLatency(List<FeedItem> coloured) {
        long[] latencies = coloured.stream()
                .limit(LATENCY_SAMPLE)
                .mapToLong(item ->
                        Duration.between(item.frame().ingestedAt(), item.at()).toMillis())
                .sorted()
                .toArray();
        return latencies.length == 0 ? null : (Long) latencies[latencies.length / 2];
    }
}
