package io.astrochrome.ingest.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Who has sent the request may not do this; the answer says who may. */
final class Forbidden extends WebApplicationException {
    Forbidden(String message) {
        super(
                message,
                Response.status(Response.Status.FORBIDDEN)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(Map.of("message", message))
                        .build());
    }
}
