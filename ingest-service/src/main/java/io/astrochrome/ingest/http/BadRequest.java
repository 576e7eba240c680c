package io.astrochrome.ingest.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The request cannot be understood; the answer says why. */
final class BadRequest extends WebApplicationException {
    BadRequest(String message) {
        super(
                message,
                Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(Map.of("message", message))
                        .build());
    }
}
