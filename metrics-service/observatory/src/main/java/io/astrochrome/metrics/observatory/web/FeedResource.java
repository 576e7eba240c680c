package io.astrochrome.metrics.observatory.web;

import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.FeedReader;
import io.astrochrome.metrics.observatory.feed.Gallery;
import io.astrochrome.platform.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page reads: the feed, one frame, the quarantine, the figures. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {
    private static final int MAX_PAGE = 100;

    private final Gallery gallery;
    private final FeedReader reader;

    FeedResource(Gallery gallery, FeedReader reader) {
        this.gallery = gallery;
        this.reader = reader;
    }

    /** The feed, newest first, page by page. */
    @GET
    @Path("frames")
    public FeedPage frames(
            @QueryParam("target") @Nullable String target,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("24") int limit) {
        List<FeedItem> items =
                gallery.newest(item -> target == null || item.frame().target().equals(target));
        int first = 0;
        if (after != null) {
            while (first < items.size() && !items.get(first).id().equals(after)) {
                first++;
            }
            first++;
        }
        int last = Math.min(items.size(), first + Math.max(1, Math.min(limit, MAX_PAGE)));
        List<FeedItem> page = first >= last ? List.of() : items.subList(first, last);
        String next = last < items.size() && !page.isEmpty()
                ? page.get(page.size() - 1).id()
                : null;
        return new FeedPage(page.stream().map(FeedView::of).toList(), next);
    }

    /** A frame by every model that coloured it, newest first. */
    @GET
    @Path("frames/{frameId}")
    public List<FeedView> frame(@PathParam("frameId") String frameId) {
        List<FeedView> views = gallery.newest(item -> item.frame().frameId().equals(frameId)).stream()
                .map(FeedView::of)
                .toList();
        if (views.isEmpty()) {
            throw new ProblemException(Response.Status.NOT_FOUND, "the gallery has no frame " + frameId);
        }
        return views;
    }

    /** What could not be handled, newest first. */
    @GET
    @Path("quarantine")
    public List<DeadLetterView> quarantine() {
        return gallery.deadLetters().stream().map(DeadLetterView::of).toList();
    }

    /** The gallery in figures. */
    @GET
    @Path("summary")
    public Summary summary() {
        return Summary.of(gallery.newest(item -> true), gallery.deadLetters().size(), reader.isCaughtUp());
    }
}
