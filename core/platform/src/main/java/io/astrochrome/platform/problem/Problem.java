package io.astrochrome.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not done, as RFC 9457 says it: a title, the status, and a sentence for people. Its {@code type} is left out,
 * which means {@code about:blank}: the status tells programs what they can do about it. Every error that a service answers is
 * one. Immutable.
 *
 * @param status of HTTP, from 400 on
 * @param detail a sentence for people; null where the status says everything
 * @param members what else there is to say, by its name; what Jackson writes
 */
public record Problem(int status, @Nullable String detail, Map<String, ?> members) {
    /** What the answer's Content-Type says. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int LEAST_STATUS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Checks that it is one. */
    public Problem {
        if (status < LEAST_STATUS) {
            throw new IllegalArgumentException("a problem's status is 400 or more, not " + status);
        }
        members = Map.copyOf(members);
    }

    /** One that has nothing else to say. */
    public Problem(int status, @Nullable String detail) {
        this(status, detail, Map.of());
    }

    /** One that has nothing else to say. */
    public Problem(Response.StatusType status, @Nullable String detail) {
        this(status.getStatusCode(), detail);
    }

    /** As the answer of a resource, to which headers may be added. */
    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json());
    }

    /** Ends the answer of a route or a filter with it. */
    public void end(HttpServerResponse response) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(Buffer.buffer(json()));
    }

    private byte[] json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", HttpResponseStatus.valueOf(status).reasonPhrase());
        fields.put("status", status);
        if (detail != null) {
            // Where it repeats what was sent, half of a character becomes a question mark: it could not be written.
            fields.put("detail", new String(detail.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
        fields.putAll(members);
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a problem's members are what Jackson writes", e);
        }
    }
}
