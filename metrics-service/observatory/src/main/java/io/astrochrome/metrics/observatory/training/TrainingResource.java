package io.astrochrome.metrics.observatory.training;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Training runs, as the page shows them. */
@Path("/api/training")
@Produces(MediaType.APPLICATION_JSON)
class TrainingResource {
    private final TrainingRuns log;

    TrainingResource(TrainingRuns log) {
        this.log = log;
    }

    /** The newest runs with their curves, the one heard of last first. */
    @GET
    public List<RunView> runs() {
        return log.newestFirst().stream().map(RunView::of).toList();
    }
}
