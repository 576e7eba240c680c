package io.astrochrome.metrics.observatory.web;

import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Gallery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quality over time: the scored frames that the gallery holds. */
@Path("/api/trend")
@Produces(MediaType.APPLICATION_JSON)
class TrendResource {
    private final Gallery gallery;

    TrendResource(Gallery gallery) {
        this.gallery = gallery;
    }

    /** A point for each scored frame, oldest first. */
    @GET
    public List<TrendPoint> trend(@QueryParam("target") @Nullable String target) {
        return gallery
                .newest(item -> item.score() != null
                        && (target == null || item.frame().target().equals(target)))
                .stream()
                .sorted(Comparator.comparing(FeedItem::at))
                .map(TrendPoint::of)
                .toList();
    }
}
