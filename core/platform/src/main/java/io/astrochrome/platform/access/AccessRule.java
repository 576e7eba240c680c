package io.astrochrome.platform.access;

import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests need somebody who is known. A service bound to loopback, without keys and without OpenID Connect, answers
 * everybody who addresses it as loopback; any other needs a key or a token for every path but health, signing in, and,
 * where that is wished, the meters.
 *
 * @param host what the service is bound to
 * @param keys how many API keys there are
 * @param openIdConnect whether tokens are accepted
 * @param openMetrics whether meters are for everybody
 * @param uploadPaths where whoever may send frames posts them; all else that changes something is the operators'
 * @param hosts names beside loopback's own by which an unguarded service may be addressed
 */
record AccessRule(
        String host,
        int keys,
        boolean openIdConnect,
        boolean openMetrics,
        List<String> uploadPaths,
        List<String> hosts) {
    static final String SESSION_PATH = "/session";

    /** Each as it is written: a path that merely begins so may lead elsewhere for who reads paths in another way. */
    static final Set<String> HEALTH_PATHS =
            Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/health/well");

    private static final String METRICS_PATH = "/q/metrics";
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    AccessRule {
        if (!isLoopback(host) && keys == 0 && !openIdConnect) {
            throw new IllegalArgumentException("quarkus.http.host is " + host
                    + ", which others can reach, so the service needs to know who may ask: set"
                    + " astrochrome.security.api-key-file (or api-key, ASTROCHROME_SECURITY_API_KEY), or"
                    + " quarkus.oidc.auth-server-url, or bind it to 127.0.0.1");
        }
        uploadPaths = List.copyOf(uploadPaths);
        hosts = hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether anything at all needs a key or a token. */
    boolean guarded() {
        return keys > 0 || openIdConnect;
    }

    /**
     * Whether this path does.
     *
     * @param path normalised: without {@code ..} and doubled slashes
     */
    boolean guards(String path) {
        return guarded()
                && !HEALTH_PATHS.contains(path)
                && !path.equals(SESSION_PATH)
                && !(openMetrics && path.equals(METRICS_PATH));
    }

    /**
     * What one has to be for a request to a path that is guarded. An endpoint that is added tomorrow is the operators'
     * unless it only looks.
     *
     * @param path normalised, as above
     */
    Role needed(HttpMethod method, String path) {
        if (LOOKING.contains(method)) {
            return Role.VIEWER;
        }
        return HttpMethod.POST.equals(method) && uploadPaths.contains(path) ? Role.UPLOADER : Role.OPERATOR;
    }

    /**
     * Whether the service may be addressed so. A page that a browser was tricked to take from loopback (by a name of
     * another site that resolves to it) still says that site's name.
     *
     * @param name the host part of what the client asked for, or null
     */
    boolean mayBeAddressedAs(@Nullable String name) {
        return guarded() || name == null || isLoopback(name) || hosts.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Names are not looked up but for {@code localhost}: whoever asks chooses what they resolve to. */
    private static boolean isLoopback(String host) {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (name.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!name.contains(":") && !name.matches("[0-9.]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
