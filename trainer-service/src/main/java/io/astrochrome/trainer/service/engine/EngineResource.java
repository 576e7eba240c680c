package io.astrochrome.trainer.service.engine;

import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.EngineReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the training engine computes rightly on this machine, over HTTP. */
@Path("/engine")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class EngineResource {
    /** What is known of it so far; asking loads nothing, so before the first run that is little. */
    @GET
    public EngineReport engine() {
        return EngineCheck.report();
    }
}
