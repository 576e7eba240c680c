package io.astrochrome.colorize.model;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says which model colours now. */
@Path("/model")
public final class ModelResource {
    private final ModelHolder holder;

    ModelResource(ModelHolder holder) {
        this.holder = holder;
    }

    /** The model that colours now, where it comes from and how good it is. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ModelDescription model() {
        try (ModelLease lease = holder.lease()) {
            return ModelDescription.of(lease.model());
        }
    }
}
