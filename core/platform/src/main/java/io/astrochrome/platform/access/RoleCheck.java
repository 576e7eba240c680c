package io.astrochrome.platform.access;

import io.astrochrome.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Refuses with 403 what the role of who is known does not suffice for. Asked for every request, whatever answers it, after
 * {@link AccessPolicy} has refused who is not known.
 */
@ApplicationScoped
class RoleCheck {
    /** After authorisation (100). */
    private static final int PRIORITY = 50;

    private static final Logger LOG = Logger.getLogger(RoleCheck.class);

    private final Access access;

    RoleCheck(Access access) {
        this.access = access;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        Role needed = access.rule().needed(request.method(), path);
        Role role = access.roleOf(context);
        if (!access.rule().guards(path) || role.suffices(needed)) {
            context.next();
            return;
        }
        LOG.warnf("%s refused to %s, who is %s", request.method(), request.remoteAddress(), role.id());
        new Problem(403, "this is for the role " + needed.id() + "; yours, " + role.id() + ", " + role.may())
                .end(context.response());
    }
}
