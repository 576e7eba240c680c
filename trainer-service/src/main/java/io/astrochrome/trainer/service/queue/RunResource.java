package io.astrochrome.trainer.service.queue;

import io.astrochrome.platform.problem.Problem;
import io.astrochrome.platform.problem.ProblemException;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs over HTTP: list, start, look at, stop. */
@Path("/")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunResource {
    private final RunQueue queue;

    RunResource(RunQueue queue) {
        this.queue = queue;
    }

    /** All runs, the oldest first. */
    @GET
    @Path("runs")
    public List<RunStatus> list() {
        return queue.runs();
    }

    /** Asks for a run; it is queued behind those before it. */
    @POST
    @Path("runs")
    public Response start(@Nullable NewRun wanted) throws IOException {
        if (wanted == null || wanted.recipe() == null) {
            return refused("name a recipe: {\"recipe\": \"light\"}");
        }
        RunRequest request = new RunRequest(
                UUID.randomUUID().toString(), wanted.recipe(), null, "asked for over HTTP", "operator", Instant.now());
        try {
            RunStatus status = queue.submit(request);
            return Response.accepted(status).build();
        } catch (RecipeException e) {
            return refused(e.getMessage());
        }
    }

    private static Response refused(@Nullable String why) {
        return new Problem(Response.Status.BAD_REQUEST, why).response().build();
    }

    /** One run. */
    @GET
    @Path("runs/{id}")
    public RunStatus look(@PathParam("id") String id) {
        return queue.run(id)
                .orElseThrow(() -> new ProblemException(Response.Status.NOT_FOUND, "there is no run " + id));
    }

    /** Ends a run after its current step, with a checkpoint; its best model is published. */
    @DELETE
    @Path("runs/{id}")
    public Response stop(@PathParam("id") String id) {
        look(id);
        queue.stop(id);
        return Response.accepted(look(id)).build();
    }

    /** Names of the recipes that come with the trainer. */
    @GET
    @Path("recipes")
    public List<String> recipes() {
        return Recipes.NAMES;
    }

    /**
     * What a run is asked for with.
     *
     * @param recipe its name, or {@code fine-tune}
     */
    public record NewRun(@Nullable String recipe) {}
}
