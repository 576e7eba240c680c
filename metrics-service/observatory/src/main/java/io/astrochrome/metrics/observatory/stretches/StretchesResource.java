package io.astrochrome.metrics.observatory.stretches;

import io.astrochrome.events.stretch.StretchReset;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The static stretches of a target: how they came to be, and asking for new ones. 400 where name, reason or target are
 * missing, 409 where the target has no static stretch, 503 where the store is away.
 */
@Path("/api/stretches")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class StretchesResource {
    private final TargetStretches stretches;

    StretchesResource(TargetStretches stretches) {
        this.stretches = stretches;
    }

    /** Every change of the stretches of a target's sequences, newest first. */
    @GET
    public List<StretchView> changes(@QueryParam("target") @Nullable String target) {
        return target == null ? List.of() : stretches.changes(target);
    }

    /** Has each of the target's stretches fitted anew to the next frame of its sequence. */
    @POST
    @Path("reset")
    public Response reset(@Nullable StretchOrder order) {
        if (order == null) {
            return refused(
                    Response.Status.BAD_REQUEST,
                    "a request needs {\"target\": \"which\", \"by\": \"name\", \"reason\": \"why\"}");
        }
        try {
            StretchReset reset = new StretchReset(order.target(), order.by(), order.reason(), Instant.now());
            if (!stretches.isKnown(reset.target())) {
                return refused(
                        Response.Status.CONFLICT,
                        "no sequence of " + reset.target() + " has a static stretch: only linear live frames have, and"
                                + " the target is written as on the page");
            }
            stretches.ask(reset);
            return Response.ok(reset).build();
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
