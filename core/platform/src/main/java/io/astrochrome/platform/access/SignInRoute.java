package io.astrochrome.platform.access;

import io.astrochrome.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * A browser's session: {@code POST} with a form's field {@code key} begins one, {@code DELETE} ends it, {@code GET} says
 * whether there is one, whether the asker is known in whatever way, and in which role. The cookie is out of reach of
 * scripts and of other sites.
 */
@ApplicationScoped
class SignInRoute {
    private static final Logger LOG = Logger.getLogger(SignInRoute.class);
    private static final int MOST_BYTES = 4096;
    /** RFC 7239. */
    private static final Pattern FORWARDED_HTTPS = Pattern.compile("(?i)(^|[;,\\s])proto=\"?https\"?");

    private static final String WRONG = "<p class=\"refused\" role=\"alert\">That key is not known here.</p>";

    private final Access access;
    private final SignInPage page;
    private final FailedKeys failed;

    SignInRoute(Access access, SignInPage page, FailedKeys failed) {
        this.access = access;
        this.page = page;
        this.failed = failed;
    }

    void register(@Observes Router router) {
        router.get(AccessRule.SESSION_PATH).order(0).handler(this::tell);
        router.post(AccessRule.SESSION_PATH).order(0).handler(this::begin);
        router.delete(AccessRule.SESSION_PATH).order(0).blockingHandler(this::end, false); // writes a note
    }

    private void tell(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("{\"needed\":" + access.rule().guarded() + ",\"known\":" + isKnown(context) + ",\"signedIn\":"
                        + access.roleBySession(context.request()).isPresent() + ",\"role\":\""
                        + access.roleOf(context).id() + "\"}");
    }

    private static boolean isKnown(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (length(request) < 0 || length(request) > MOST_BYTES) {
            new Problem(413, "a form with a key has at most " + MOST_BYTES + " bytes, and says how many")
                    .end(context.response());
            return;
        }
        request.setExpectMultipart(true);
        request.endHandler(read -> decide(context, request.getFormAttribute("key")));
        request.resume();
    }

    private void decide(RoutingContext context, String given) {
        HttpServerResponse response = context.response();
        String key = given == null ? "" : given.strip();
        if (access.keys().roleOf(key).isEmpty()) {
            LOG.warnf(
                    "%s tried to sign in with a key that is not known",
                    context.request().remoteAddress());
            failed.answerLater(() -> page.show(response.setStatusCode(401), WRONG));
            return;
        }
        response.addCookie(cookie(context.request(), access.sessions().issue(key))
                .setMaxAge(access.sessions().lifetime().toSeconds()));
        response.setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/").end();
    }

    private void end(RoutingContext context) {
        access.endSession(context.request());
        context.response().addCookie(cookie(context.request(), "").setMaxAge(0));
        context.response().setStatusCode(204).end();
    }

    private Cookie cookie(HttpServerRequest request, String value) {
        return Cookie.cookie(access.cookie(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isEncrypted(request))
                .setSameSite(CookieSameSite.STRICT);
    }

    /**
     * Whether the browser's side of the connection is, be it to a proxy that says so: who claims it falsely merely keeps a
     * browser from sending its own cookie.
     */
    private static boolean isEncrypted(HttpServerRequest request) {
        String proxied = request.getHeader("X-Forwarded-Proto");
        String forwarded = request.getHeader("Forwarded");
        return "https".equals(request.scheme())
                || (proxied != null && proxied.strip().toLowerCase(Locale.ROOT).startsWith("https"))
                || (forwarded != null && FORWARDED_HTTPS.matcher(forwarded).find());
    }

    /** Of a body whose length is told; -1 for any other. */
    private static long length(HttpServerRequest request) {
        try {
            return Long.parseLong(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
