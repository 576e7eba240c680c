package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import java.time.Instant;

/** A scored frame in a chart over time; figures that are not finite are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrendPoint(
        String id,
        Instant at,
        String target,
        String modelId,
        String modelName,
        Double psnrDecibels,
        Double greyPsnrDecibels,
        Double gainDecibels) {
    static TrendPoint of(FeedItem item) {
        return new TrendPoint(
                item.id(),
                item.at(),
                item.frame().target(),
                item.colouring().modelId(),
                item.colouring().modelName(),
                item.score().psnrDecibels(),
                item.score().greyPsnrDecibels(),
                item.score().gainDecibels());
    }
}
