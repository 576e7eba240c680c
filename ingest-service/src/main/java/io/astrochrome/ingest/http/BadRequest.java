package io.astrochrome.ingest.http;

import io.astrochrome.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response;

/** The request cannot be understood; the answer says why. */
final class BadRequest extends ProblemException {
    private static final long serialVersionUID = 1;

    BadRequest(String message) {
        super(Response.Status.BAD_REQUEST, message);
    }
}
