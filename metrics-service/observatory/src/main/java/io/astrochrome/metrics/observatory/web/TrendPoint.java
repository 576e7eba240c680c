package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.metrics.observatory.feed.Colouring;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Score;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scored frame in a chart over time; figures that are not finite are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrendPoint(
        String id,
        Instant at,
        String target,
        String modelId,
        String modelName,
        @Nullable Double psnrDecibels,
        @Nullable Double greyPsnrDecibels,
        @Nullable Double gainDecibels) {
    static TrendPoint of(FeedItem item) {
        Colouring colouring = Objects.requireNonNull(item.colouring(), "a frame without colours has no score");
        Score score = Objects.requireNonNull(item.score(), "the frame has no score");
        return new TrendPoint(
                item.id(),
                item.at(),
                item.frame().target(),
                colouring.modelId(),
                colouring.modelName(),
                score.psnrDecibels(),
                score.greyPsnrDecibels(),
                score.gainDecibels());
    }
}
