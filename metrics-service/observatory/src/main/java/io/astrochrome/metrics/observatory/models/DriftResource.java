package io.astrochrome.metrics.observatory.models;

import io.astrochrome.metrics.registry.retraining.RetrainingScheduler;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** How far the live frames have drifted. */
@Path("/api/drift")
@Produces(MediaType.APPLICATION_JSON)
class DriftResource {
    private final RetrainingScheduler scheduler;

    DriftResource(RetrainingScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * A statistic of live frames.
     *
     * @param ratio its distance from the pictures the champion learnt from, over the limit that asks for a new model
     */
    record Signal(String signal, double ratio) {}

    /** All that is known; nothing where there are too few frames. */
    @GET
    public List<Signal> drift() {
        return scheduler.drift().entrySet().stream()
                .map(entry -> new Signal(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Signal::signal))
                .toList();
    }
}
