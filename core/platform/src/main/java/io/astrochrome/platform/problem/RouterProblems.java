package io.astrochrome.platform.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Problems of requests that nothing answers, and of those that fail on the way: unexpected ones are logged, and the answer says
 * where in the log. How somebody unknown is asked who they are is left to whoever does that.
 */
@ApplicationScoped
class RouterProblems {
    /** Before all that handles failures in another way. */
    private static final int FIRST = -1000;

    private static final int OK = 200;
    private static final int UNKNOWN_CALLER = 401;
    private static final int FAILED = 500;
    private static final int BUSY = 503;
    /** What the router itself finds: a path that cannot be read, nothing there, not for this method. */
    private static final int[] FOUND_BY_THE_ROUTER = {400, 404, 405};

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        for (int status : FOUND_BY_THE_ROUTER) {
            router.errorHandler(status, context -> end(context, problem(status, context)));
        }
    }

    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationException && isUnknownCaller(context.response())) {
            end(context, new Problem(UNKNOWN_CALLER, "the token is not one that is known here"));
        } else if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            context.next();
        } else if (failure instanceof RejectedExecutionException) {
            LOG.warnf(
                    "%s is not answered: all threads are busy",
                    context.request().path());
            end(context, new Problem(BUSY, "too much is asked for at once; try again in a moment"));
        } else if (failure != null && statusOf(context) >= FAILED) {
            end(context, unexpected(context));
        } else {
            end(context, problem(statusOf(context), context));
        }
    }

    private static boolean isUnknownCaller(HttpServerResponse response) {
        return response.getStatusCode() == OK || response.getStatusCode() == UNKNOWN_CALLER;
    }

    private static int statusOf(RoutingContext context) {
        return context.statusCode() > 0 ? context.statusCode() : FAILED;
    }

    private static Problem problem(int status, RoutingContext context) {
        return new Problem(status, Details.of(status, context.request()));
    }

    private static Problem unexpected(RoutingContext context) {
        return new Problem(statusOf(context), "it failed here; the log of the service has it under " + logged(context));
    }

    private static String logged(RoutingContext context) {
        String id = UUID.randomUUID().toString();
        if (context.failure() instanceof IOException) {
            LOG.debugf(context.failure(), "%s broke off, %s", context.request().path(), id);
        } else {
            LOG.errorf(context.failure(), "%s failed, %s", context.request().path(), id);
        }
        return id;
    }

    private static void end(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            // An answer is under way: its reader finds it cut short.
            if (!response.ended()) {
                response.end();
            }
        } else if (!response.closed()) {
            problem.end(response);
        }
    }
}
