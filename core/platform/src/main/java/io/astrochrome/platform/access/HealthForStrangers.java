package io.astrochrome.platform.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells whoever is not known whether the service is well, as supervisors ask it, and nothing more: not what it depends on, at
 * which address, and why that does not answer. Where everybody is let in everybody is told everything.
 */
@ApplicationScoped
class HealthForStrangers {
    /** After authentication (200), when it is known who asks. */
    private static final int PRIORITY = 60;

    private static final int WELL = 200;
    private static final int NOT_WELL = 503;

    private final Access access;
    private final SmallRyeHealthReporter reporter;

    HealthForStrangers(Access access, SmallRyeHealthReporter reporter) {
        this.access = access;
        this.reporter = reporter;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext context) {
        String path = context.normalizedPath();
        boolean isAsked = AccessRule.HEALTH_PATHS.contains(path)
                && HttpMethod.GET.equals(context.request().method());
        if (!isAsked || access.roleOf(context).suffices(Role.VIEWER)) {
            context.next();
            return;
        }
        context.vertx()
                .executeBlocking(() -> health(path).isDown(), /* ordered= */ false)
                .onFailure(context::fail)
                .onSuccess(down -> context.response()
                        .setStatusCode(down ? NOT_WELL : WELL)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end("{\"status\":\"" + (down ? "DOWN" : "UP") + "\"}"));
    }

    private SmallRyeHealth health(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "live" -> reporter.getLiveness();
            case "ready" -> reporter.getReadiness();
            case "started" -> reporter.getStartup();
            case "well" -> reporter.getWellness();
            default -> reporter.getHealth();
        };
    }
}
