package io.astrochrome.metrics.observatory.looks;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.metrics.observatory.nights.StackOrders;
import io.astrochrome.metrics.registry.looks.FrameLooks;
import io.astrochrome.metrics.registry.looks.LookedFrame;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.StoreException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A target's newest frame in all looks that the champion offers; which one is chosen is a target's order, like what is done
 * with its stacks. 404 where no frame of the target is known, 503 where store or broker are away, or the model cannot be run.
 */
@Path("/api/looks")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class LooksResource {
    private final FrameLooks looks;
    private final StackOrders orders;

    LooksResource(FrameLooks looks, StackOrders orders) {
        this.looks = looks;
        this.orders = orders;
    }

    /** The looks, the likeliest first. */
    @GET
    public Response looks(@QueryParam("target") @Nullable String target) throws IOException {
        try {
            Optional<LookedFrame> newest = target == null ? Optional.empty() : looks.newest(target);
            if (target == null || newest.isEmpty()) {
                return refused(Response.Status.NOT_FOUND, "no frame of " + target + " is at hand");
            }
            String chosen = orders.of(target).map(StackOrder::palette).orElse(null);
            return Response.ok(LooksView.of(newest.get(), chosen)).build();
        } catch (ModelRejectedException | StoreException | KafkaException e) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, e.getMessage());
        }
    }

    private static Response refused(Response.Status status, @Nullable String why) {
        return new Problem(status, why).response().build();
    }
}
