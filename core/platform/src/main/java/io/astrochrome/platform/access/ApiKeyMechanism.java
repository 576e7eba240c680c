package io.astrochrome.platform.access;

import io.astrochrome.platform.problem.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows requests by their key, and leaves the others to OpenID Connect. Who is not known is answered with 401: a browser
 * that opens a page is asked to sign in, a program is told why.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    /** Before OpenID Connect, which refuses what is no token. */
    private static final int PRIORITY = DEFAULT_PRIORITY + 1000;

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCHEME = "Bearer realm=\"astrochrome\"";
    private static final Set<String> SIGN_IN_ELSEWHERE = Set.of("hybrid", "web-app");

    private final Access access;
    private final SignInPage page;
    private final FailedKeys failed;
    private final boolean signInElsewhere;

    ApiKeyMechanism(
            Access access,
            SignInPage page,
            FailedKeys failed,
            @ConfigProperty(name = "quarkus.oidc.application-type", defaultValue = "service") String applicationType) {
        this.access = access;
        this.page = page;
        this.failed = failed;
        signInElsewhere = access.rule().openIdConnect() && SIGN_IN_ELSEWHERE.contains(applicationType);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return Uni.createFrom().optional(access.roleByKey(context.request()).map(ApiKeyMechanism::identity));
    }

    private static SecurityIdentity identity(Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("api-key"))
                .addAttribute(TokenRoles.BY_KEY, role)
                .build();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        boolean opensPage = opensPage(context.request());
        if (opensPage && signInElsewhere) {
            return Uni.createFrom().item(false);
        }
        if (access.showsKey(context.request())) {
            return Uni.createFrom()
                    .emitter(answered -> failed.answerLater(() -> {
                        refuse(context, opensPage);
                        answered.complete(true);
                    }));
        }
        refuse(context, opensPage);
        return Uni.createFrom().item(true);
    }

    private void refuse(RoutingContext context, boolean opensPage) {
        HttpServerResponse response = context.response().putHeader(CHALLENGE, SCHEME);
        if (opensPage && !access.keys().isEmpty()) {
            page.show(response.setStatusCode(401), "");
        } else {
            new Problem(401, "send a key as Authorization: Bearer KEY or X-API-Key: KEY").end(response);
        }
    }

    private static boolean opensPage(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.equals(request.method()) && accept != null && accept.contains("text/html");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, CHALLENGE, SCHEME));
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
