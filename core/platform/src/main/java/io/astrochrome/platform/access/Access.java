package io.astrochrome.platform.access;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who is let in, from the service's configuration. A service that others can reach and that knows nobody does not start.
 * Thread-safe.
 */
@Startup
@Singleton
final class Access {
    static final String COOKIE = "astrochrome-session";

    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final AccessRule rule;
    private final SessionTokens sessions;

    Access(
            SecurityConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = AccessDefaults.OIDC_ENABLED, defaultValue = "false") boolean openIdConnect) {
        keys = ApiKeys.of(config.apiKey(), config.apiKeyFile());
        rule = new AccessRule(
                host,
                keys.count(),
                openIdConnect,
                config.openMetrics(),
                config.hosts().orElse(List.of()));
        sessions = new SessionTokens(keys, config.session(), InstantSource.system());
        if (rule.guarded()) {
            LOG.infof(
                    "HTTP on %s is for those with one of %d API keys%s",
                    host, keys.count(), openIdConnect ? " or a token of the OpenID Connect server" : "");
        }
    }

    AccessRule rule() {
        return rule;
    }

    ApiKeys keys() {
        return keys;
    }

    SessionTokens sessions() {
        return sessions;
    }

    /** Whether the request carries a key or belongs to a browser that has signed in with one. */
    boolean knows(HttpServerRequest request) {
        if (keys.isEmpty()) {
            return false;
        }
        String key = request.getHeader(KEY_HEADER);
        if (key != null && keys.hold(key)) {
            return true;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && keys.hold(authorization.substring(BEARER.length()).strip())) {
            return true;
        }
        return hasSession(request);
    }

    boolean hasSession(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return cookie != null && sessions.accept(cookie.getValue());
    }
}
