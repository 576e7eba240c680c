package io.astrochrome.platform.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Thrown by a resource that cannot do what it is asked for; the answer is the problem. */
public class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1;

    /** With its sentence for people. */
    public ProblemException(Response.StatusType status, String detail) {
        this(status, detail, null);
    }

    /** With what has caused it, for the log. */
    public ProblemException(Response.StatusType status, String detail, @Nullable Throwable cause) {
        super(detail, cause, new Problem(status, detail).response().build());
    }
}
