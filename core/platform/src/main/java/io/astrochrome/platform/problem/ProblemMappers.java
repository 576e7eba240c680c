package io.astrochrome.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Problems of requests that the framework refuses on a resource's behalf: no such resource, no such method, a body that is not
 * what the resource takes. What a resource itself refuses is a {@link ProblemException}, which needs no mapper.
 */
final class ProblemMappers {
    private static final int LEAST_ERROR = 400;

    /** Keeps status and headers, such as {@code Allow}. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, RoutingContext context) {
        Response told = e.getResponse();
        if (told.getStatus() < LEAST_ERROR) {
            return told;
        }
        String detail = e.getCause() instanceof JsonProcessingException json
                ? JsonTrouble.in(json)
                : e.getCause() == null
                        ? Details.of(told.getStatus(), context.request())
                        : "a parameter of the request cannot be read";
        Response.ResponseBuilder response = new Problem(told.getStatus(), detail).response();
        told.getHeaders().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }

    /** JSON, and not what the resource takes. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return new Problem(Response.Status.BAD_REQUEST, JsonTrouble.in(e))
                .response()
                .build();
    }
}
