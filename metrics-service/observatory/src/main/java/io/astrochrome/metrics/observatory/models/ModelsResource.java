package io.astrochrome.metrics.observatory.models;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.metrics.registry.decisions.DecisionRefusedException;
import io.astrochrome.metrics.registry.decisions.DecisionWriter;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import io.astrochrome.metrics.registry.gate.ModelEvaluation;
import io.astrochrome.metrics.registry.retraining.RetrainRequests;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.StoreException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Models and the decisions about them, and what people decide: each with a name and a reason. 400 where one is missing, 409
 * with the reason where it cannot be decided, 503 where broker or store are away. A model that breaks the contract cannot
 * be promoted by hand either.
 */
@Path("/api")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ModelsResource {
    private static final int MOST = 500;

    private final ModelRegistry registry;
    private final DecisionWriter decisions;
    private final ModelEvaluation evaluation;
    private final RetrainRequests requests;

    ModelsResource(
            ModelRegistry registry, DecisionWriter decisions, ModelEvaluation evaluation, RetrainRequests requests) {
        this.registry = registry;
        this.decisions = decisions;
        this.evaluation = evaluation;
        this.requests = requests;
    }

    /** Every model, newest first. */
    @GET
    @Path("models")
    public List<ModelView> models() {
        List<ModelView> views = new ArrayList<>();
        registry.models().forEach(model -> views.add(ModelView.of(model, registry)));
        Collections.reverse(views);
        return views;
    }

    /** Decisions, newest first. */
    @GET
    @Path("decisions")
    public List<ModelDecision> decisions(@QueryParam("limit") @DefaultValue("100") int limit) {
        return registry.decisions().stream()
                .limit(Math.max(1, Math.min(limit, MOST)))
                .toList();
    }

    /** Makes a model champion. */
    @POST
    @Path("models/{modelId}/promote")
    public Response promote(@PathParam("modelId") String modelId, @Nullable ModelOrder order) {
        return decide(order, given -> {
            Optional<ModelPublished> model = registry.model(modelId);
            if (model.isPresent()) {
                evaluation.requireRunnable(model.get().object());
            }
            return decisions.promote(DecisionWriter.newId(), modelId, given.decider(), Map.of());
        });
    }

    /** Tries a model beside the champion. */
    @POST
    @Path("models/{modelId}/try")
    public Response tryOut(@PathParam("modelId") String modelId, @Nullable ModelOrder order) {
        return decide(order, given -> {
            ChallengerMode mode = ChallengerMode.valueOf(
                    given.mode() == null ? "SHADOW" : given.mode().toUpperCase(Locale.ROOT));
            Optional<ModelPublished> model = registry.model(modelId);
            if (model.isPresent()) {
                evaluation.requireRunnable(model.get().object());
            }
            return decisions.tryOut(
                    DecisionWriter.newId(), modelId, mode, given.canaryShare(), given.decider(), Map.of());
        });
    }

    /** Ends the challenger's trial. */
    @POST
    @Path("models/withdraw")
    public Response withdraw(@Nullable ModelOrder order) {
        return decide(order, given -> decisions.withdraw(DecisionWriter.newId(), given.decider(), Map.of()));
    }

    /** Gives the place back to the champion before. */
    @POST
    @Path("models/rollback")
    public Response rollBack(@Nullable ModelOrder order) {
        return decide(order, given -> decisions.rollBack(DecisionWriter.newId(), given.decider(), Map.of()));
    }

    /** Keeps the champion whatever the rules find. */
    @POST
    @Path("models/pin")
    public Response pin(@Nullable ModelOrder order) {
        return decide(order, given -> decisions.pin(DecisionWriter.newId(), true, given.decider()));
    }

    /** Lets the rules decide again. */
    @POST
    @Path("models/unpin")
    public Response unpin(@Nullable ModelOrder order) {
        return decide(order, given -> decisions.pin(DecisionWriter.newId(), false, given.decider()));
    }

    /** What was asked of the trainer, newest first. */
    @GET
    @Path("retraining")
    public List<RetrainRequest> retraining() {
        return requests.newestFirst();
    }

    /** Asks the trainer for a new model. */
    @POST
    @Path("retraining")
    public Response retrain(@Nullable ModelOrder order) {
        return decide(order, given -> {
            String recipe = given.recipe() == null ? RetrainRequest.FINE_TUNE : given.recipe();
            RetrainRequest request = new RetrainRequest(
                    "operator-" + DecisionWriter.newId(),
                    RetrainReason.OPERATOR,
                    recipe,
                    given.decider().reason(),
                    given.decider().name(),
                    Instant.now());
            requests.ask(request);
            return Optional.of(request);
        });
    }

    /** A thing that may be decided. */
    private interface Decision {
        Optional<? extends Record> make(ModelOrder order) throws DecisionRefusedException, ModelRejectedException;
    }

    private Response decide(@Nullable ModelOrder order, Decision decision) {
        if (order == null) {
            return refused(Response.Status.BAD_REQUEST, "a decision needs {\"by\": \"name\", \"reason\": \"why\"}");
        }
        if (!registry.isCaughtUp()) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, "the decisions are still being read; try again");
        }
        try {
            order.decider();
            return Response.ok(decision.make(order).orElseThrow()).build();
        } catch (IllegalArgumentException e) {
            return refused(Response.Status.BAD_REQUEST, e.getMessage());
        } catch (DecisionRefusedException
                | ModelRejectedException
                | ObjectAlteredException
                | ObjectMissingException e) {
            return refused(Response.Status.CONFLICT, e.getMessage());
        } catch (KafkaException | StoreException e) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, e.getMessage());
        }
    }

    private static Response refused(Response.Status status, @Nullable String why) {
        return new Problem(status, why).response().build();
    }
}
