package io.astrochrome.colorize.model.rollout;

import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.colorize.model.ServedModels;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says which model colours now, and which is tried. */
@Path("/model")
public final class ModelResource {
    private final ServedModels models;
    private final ModelRollout rollout;

    ModelResource(ServedModels models, ModelRollout rollout) {
        this.models = models;
        this.rollout = rollout;
    }

    /** The model that colours now, where it comes from and how good it is. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ModelDescription model() {
        try (ModelLease lease = models.champion();
                Challenger challenger = models.challenger().orElse(null)) {
            return ModelDescription.of(
                    lease.model(),
                    challenger == null ? null : ModelDescription.Tried.of(challenger),
                    rollout.refusals());
        }
    }
}
