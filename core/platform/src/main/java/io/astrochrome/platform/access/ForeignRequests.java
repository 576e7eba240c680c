package io.astrochrome.platform.access;

import io.astrochrome.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser sends in the name of a page of another origin, be it of another port of the same machine: a service on loopback trusts everybody on the machine,
 * and a browser there runs what strangers wrote. Programs are not affected. Where a key is needed this is not: browsers send
 * none by themselves, and no cookie of ours with another site's request.
 */
@ApplicationScoped
class ForeignRequests {
    /** After cross-origin resource sharing (300), before authentication (200). */
    private static final int PRIORITY = 250;

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Access access;
    private final boolean originsAreChecked;

    ForeignRequests(
            Access access,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean originsAreChecked) {
        this.access = access;
        this.originsAreChecked = originsAreChecked;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!access.rule().mayBeAddressedAs(hostOf(request))) {
            refuse(context, "this service is for this machine: address it as 127.0.0.1 or localhost");
        } else if (!access.rule().guarded() && !HARMLESS.contains(request.method()) && isFromElsewhere(request)) {
            refuse(context, "pages of other origins may not do this");
        } else {
            context.next();
        }
    }

    private boolean isFromElsewhere(HttpServerRequest request) {
        if (originsAreChecked) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equalsIgnoreCase(ownOrigin(request));
    }

    private static String ownOrigin(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : request.scheme() + "://" + authority;
    }

    private static @Nullable String hostOf(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? null : authority.host();
    }

    private static void refuse(RoutingContext context, String reason) {
        new Problem(403, reason).end(context.response());
    }
}
