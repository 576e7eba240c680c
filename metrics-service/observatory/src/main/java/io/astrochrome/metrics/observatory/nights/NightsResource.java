package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.StoreException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A target's night: its exposures and what became of them, and changing its stacks. 400 where target, name or formula are
 * wrong, 404 where nothing was heard of the target, 503 where the store is away.
 */
@Path("/api/nights")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NightsResource {
    private final NightLog log;
    private final StackOrders orders;

    NightsResource(NightLog log, StackOrders orders) {
        this.log = log;
        this.orders = orders;
    }

    /** The night of a target. */
    @GET
    public Response night(@QueryParam("target") @Nullable String target) {
        if (target == null || log.subs(target).isEmpty()) {
            return refused(Response.Status.NOT_FOUND, "no exposure of " + target + " was stacked or refused");
        }
        try {
            return Response.ok(NightView.of(
                            target, log.subs(target), orders.of(target).orElse(null)))
                    .build();
        } catch (StoreException e) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, e.getMessage());
        }
    }

    /** Changes how a target's exposures are stacked and shown; known to the stream within two seconds. */
    @POST
    @Path("order")
    public Response order(@Nullable NightChange change) {
        if (change == null) {
            return refused(
                    Response.Status.BAD_REQUEST,
                    "an order needs {\"target\": \"which\", \"by\": \"name\"} and what to change");
        }
        if (change.formula() != null
                && !change.formula().isBlank()
                && Formula.named(change.formula()).isEmpty()) {
            return refused(
                    Response.Status.BAD_REQUEST,
                    "formula must be rgb, hoo, sho, sho-soft, foraxx or natural, not " + change.formula());
        }
        try {
            if (change.palette() != null && !change.palette().isBlank()) {
                PaletteRequest.parse(change.palette());
            }
            StackOrder before =
                    change.target() == null ? null : orders.of(change.target()).orElse(null);
            StackOrder order = change.after(before, Instant.now());
            orders.keep(order);
            return Response.ok(order).build();
        } catch (IllegalArgumentException e) {
            return refused(Response.Status.BAD_REQUEST, e.getMessage());
        } catch (StoreException e) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, e.getMessage());
        }
    }

    private static Response refused(Response.Status status, @Nullable String why) {
        return new Problem(status, why).response().build();
    }
}
