package io.astrochrome.colorize.decision;

import io.astrochrome.colorize.challenger.Challenger;
import io.astrochrome.colorize.challenger.ChallengerHolder;
import io.astrochrome.colorize.model.ModelHolder;
import io.astrochrome.colorize.model.ModelLease;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says which model colours now, and which is tried. */
@Path("/model")
public final class ModelResource {
    private final ModelHolder champions;
    private final ChallengerHolder challengers;
    private final DecidedModels decided;

    ModelResource(ModelHolder champions, ChallengerHolder challengers, DecidedModels decided) {
        this.champions = champions;
        this.challengers = challengers;
        this.decided = decided;
    }

    /** The model that colours now, where it comes from and how good it is. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ModelDescription model() {
        try (ModelLease lease = champions.lease();
                Challenger challenger = challengers.lease().orElse(null)) {
            return ModelDescription.of(
                    lease.model(),
                    challenger == null ? null : ModelDescription.Tried.of(challenger),
                    decided.refusals());
        }
    }
}
