package io.astrochrome.ingest.http;

import io.astrochrome.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response;

/** Who has sent the request may not do this; the answer says who may. */
final class Forbidden extends ProblemException {
    private static final long serialVersionUID = 1;

    Forbidden(String message) {
        super(Response.Status.FORBIDDEN, message);
    }
}
