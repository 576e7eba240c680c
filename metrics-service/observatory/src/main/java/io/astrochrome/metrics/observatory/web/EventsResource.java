package io.astrochrome.metrics.observatory.web;

import io.astrochrome.metrics.observatory.feed.FeedChange;
import io.astrochrome.metrics.observatory.feed.FeedEvents;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The live feed as server-sent events: {@code hello} at once, {@code frame} for a new or changed item, {@code quarantine}
 * for a record that was given up, {@code training} when a run tells of itself, {@code decision} when
 * something is decided about models, {@code tick} when nothing happens.
 */
@Path("/api/events")
class EventsResource {
    /** A word so often shows that a connection is dead. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(2);

    private final FeedEvents events;

    EventsResource(FeedEvents events) {
        this.events = events;
    }

    /** Never ends by itself. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<OutboundSseEvent> changes = events.changes().map(change -> event(sse, change));
        Multi<OutboundSseEvent> ticks =
                Multi.createFrom().ticks().every(KEEP_ALIVE).onOverflow().drop().map(tick -> word(sse, "tick"));
        Multi<OutboundSseEvent> hello = Multi.createFrom().item(() -> word(sse, "hello"));
        return Multi.createBy().merging().streams(hello, changes, ticks);
    }

    private static OutboundSseEvent word(Sse sse, String name) {
        return sse.newEventBuilder()
                .name(name)
                .reconnectDelay(RECONNECT_AFTER.toMillis())
                .data("")
                .build();
    }

    private static OutboundSseEvent event(Sse sse, FeedChange change) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
        if (change instanceof FeedChange.ItemChanged changed) {
            return builder.name("frame")
                    .data(FeedView.class, FeedView.of(changed.item()))
                    .build();
        }
        if (change instanceof FeedChange.SubHeard heard) {
            return builder.name("sub")
                    .data(Map.of(
                            "frameId", heard.sub().frame().frameId(),
                            "target", heard.sub().frame().target(),
                            "shown", heard.sub().shown().name().toLowerCase(Locale.ROOT)))
                    .build();
        }
        if (change instanceof FeedChange.RunHeard run) {
            return builder.name("training").data(Map.of("runId", run.runId())).build();
        }
        if (change instanceof FeedChange.ModelsChanged) {
            return builder.name("decision").data(Map.of()).build();
        }
        FeedChange.LetterFound found = (FeedChange.LetterFound) change;
        return builder.name("quarantine")
                .data(DeadLetterView.class, DeadLetterView.of(found.letter()))
                .build();
    }
}
