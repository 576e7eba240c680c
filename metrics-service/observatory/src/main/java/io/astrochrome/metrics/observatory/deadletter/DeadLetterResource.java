package io.astrochrome.metrics.observatory.deadletter;

import io.astrochrome.platform.deadletter.DeadLetterQueue;
import io.astrochrome.platform.deadletter.DeadLetterReplay;
import io.astrochrome.platform.deadletter.LetterFilter;
import io.astrochrome.platform.deadletter.ReplayOutcome;
import io.astrochrome.platform.deadletter.StoredLetter;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What could not be handled, read from the log itself, and putting it back on its topic. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final int MAX_LETTERS = 1000;

    private final DeadLetterQueue log;
    private final DeadLetterReplay replay;

    DeadLetterResource(KafkaClients clients) {
        log = new DeadLetterQueue(clients);
        replay = new DeadLetterReplay(clients);
    }

    /** The dead letters, newest first; each says whether it was put back. */
    @GET
    public List<StoredLetter> letters(
            @QueryParam("stage") Set<String> stages,
            @QueryParam("topic") Set<String> topics,
            @QueryParam("target") Set<String> targets,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        try {
            int most = Math.max(1, Math.min(limit, MAX_LETTERS));
            return log.newest(new LetterFilter(stages, topics, targets, Set.of()), most);
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    /** Puts letters back on their topics, each once; an empty request means all. */
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReplayOutcome replay(@Nullable ReplayRequest request, @Context SecurityContext security) {
        LetterFilter filter = request == null ? LetterFilter.ALL : request.filter();
        String by = security.getUserPrincipal() == null
                ? "metrics-service"
                : security.getUserPrincipal().getName();
        try {
            ReplayOutcome outcome = replay.replay(filter, by);
            LOG.infof("%s put dead letters back: %s", by, outcome);
            return outcome;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new ProblemException(Response.Status.CONFLICT, "another replay has begun", e);
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    private static ProblemException away(KafkaException e) {
        LOG.warnf("dead letters are not to be had: %s", e.getMessage());
        return new ProblemException(Response.Status.SERVICE_UNAVAILABLE, "the broker does not answer", e);
    }
}
