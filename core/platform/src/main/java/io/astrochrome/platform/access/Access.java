package io.astrochrome.platform.access;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who is let in, from the service's configuration. A service that others can reach and that knows nobody does not start.
 * Thread-safe.
 */
@Startup
@Singleton
final class Access {
    private static final String COOKIE = "astrochrome-session-";
    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final AccessRule rule;
    private final SessionTokens sessions;
    private final TokenRoles tokenRoles;
    private final String cookie;

    Access(
            SecurityConfig config,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "astrochrome") String service,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = AccessDefaults.OIDC_ENABLED, defaultValue = "false") boolean openIdConnect) {
        keys = ApiKeys.of(config.apiKey(), config.apiKeyFile());
        rule = new AccessRule(
                host,
                keys.count(),
                openIdConnect,
                config.openMetrics(),
                config.uploadPaths().orElse(List.of()),
                config.hosts().orElse(List.of()));
        tokenRoles = new TokenRoles(config.tokens());
        sessions = new SessionTokens(
                keys,
                service,
                config.session(),
                new SignOuts(config.signOuts()
                        .orElseGet(
                                () -> Path.of(System.getProperty("java.io.tmpdir"), "astrochrome-sign-outs", service))),
                InstantSource.system());
        cookie = COOKIE + service;
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

    /** What the session's cookie is called: browsers do not tell the services of a host apart by their ports. */
    String cookie() {
        return cookie;
    }

    SessionTokens sessions() {
        return sessions;
    }

    /** What the key that the request carries, or that its browser has signed in with, lets one do. */
    Optional<Role> roleByKey(HttpServerRequest request) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(KEY_HEADER))
                .flatMap(keys::roleOf)
                .or(() -> bearer(request).flatMap(keys::roleOf))
                .or(() -> roleBySession(request));
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    Optional<Role> roleBySession(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(cookie)).flatMap(found -> sessions.accept(found.getValue()));
    }

    /** Whoever holds this browser's session does so no longer. */
    void endSession(HttpServerRequest request) {
        Optional.ofNullable(request.getCookie(cookie)).ifPresent(found -> sessions.revoke(found.getValue()));
    }

    /** Whether the request shows a key, right or wrong; a token of the OpenID Connect server may look like one. */
    boolean showsKey(HttpServerRequest request) {
        return request.getHeader(KEY_HEADER) != null || bearer(request).isPresent();
    }

    /** What whoever has sent the request may do, after authentication. */
    Role roleOf(RoutingContext context) {
        if (!rule.guarded()) {
            return Role.OPERATOR;
        }
        return context.user() instanceof QuarkusHttpUser user ? tokenRoles.of(user.getSecurityIdentity()) : Role.NOBODY;
    }
}
