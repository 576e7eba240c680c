package io.astrochrome.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says to be larger than the framework's limit, as that does, and says so. */
@ApplicationScoped
class BodyLimit {
    /** After whoever asks has been let in (50), before the framework's own check (2), which says nothing. */
    private static final int PRIORITY = 20;

    private static final String LIMIT = "quarkus.http.limits.max-body-size";
    private static final int TOO_LARGE = 413;

    private final Optional<MemorySize> limit;

    BodyLimit(@ConfigProperty(name = LIMIT) Optional<MemorySize> limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        limit.ifPresent(most -> filters.register(context -> check(context, most.asLongValue()), PRIORITY));
    }

    private static void check(RoutingContext context, long most) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= most) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response().putHeader(HttpHeaders.CONNECTION, "close");
        response.endHandler(sent -> context.request().connection().close());
        new Problem(TOO_LARGE, "the body has " + length + " bytes; the limit " + LIMIT + " is " + most).end(response);
    }
}
