package io.astrochrome.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.20", "::", "observatory.example"})
    void refusesToStartWhereOthersReachItAndNobodyIsKnown(String host) {
        assertThatThrownBy(() -> rule(host, 0, false))
                .hasMessageContaining("quarkus.http.host is " + host)
                .hasMessageContaining("astrochrome.security.api-key-file")
                .hasMessageContaining("quarkus.oidc.auth-server-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void isOpenOnLoopback(String host) {
        assertThat(rule(host, 0, false).guards("/api/frames")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/frames",
                "/frames",
                "/q/metrics",
                "/q/openapi",
                "/q/healthy",
                "/session/x",
                "/new",
                "/q/health/..;/metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health%2Fmetrics",
                "/q/health;x/",
                "/q/health/x",
                "/q/health/live\\..\\..\\metrics",
                "/q/metrics/..;/openapi"
            })
    void guardsEveryPathWhereAKeyIsConfigured(String path) {
        assertThat(rule("0.0.0.0", 1, false).guards(path)).isTrue();
        assertThat(rule("0.0.0.0", 0, true).guards(path)).isTrue();
        assertThat(rule("127.0.0.1", 1, false).guards(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/session"})
    void leavesHealthAndSigningInToEverybody(String path) {
        assertThat(rule("0.0.0.0", 1, false).guards(path)).isFalse();
    }

    @Test
    void opensTheMetersOnlyWhereThatIsWished() {
        assertThat(new AccessRule("0.0.0.0", 1, false, true, List.of(), List.of()).guards("/q/metrics"))
                .isFalse();
        assertThat(new AccessRule("0.0.0.0", 1, false, true, List.of(), List.of()).guards("/api/frames"))
                .isTrue();
    }

    @Test
    void isAddressedByLoopbacksNamesAloneWhereItIsOpen() {
        var open = new AccessRule("127.0.0.1", 0, false, false, List.of(), List.of("Dome.example"));

        assertThat(open.mayBeAddressedAs("127.0.0.1")).isTrue();
        assertThat(open.mayBeAddressedAs("localhost")).isTrue();
        assertThat(open.mayBeAddressedAs("[::1]")).isTrue();
        assertThat(open.mayBeAddressedAs("dome.example")).isTrue();
        assertThat(open.mayBeAddressedAs("rebound.example")).isFalse();
        assertThat(open.mayBeAddressedAs("192.168.1.20")).isFalse();
        assertThat(rule("0.0.0.0", 1, false).mayBeAddressedAs("any.example")).isTrue();
    }

    @Test
    void leavesWhatChangesSomethingToOperatorsAndFramesToUploaders() {
        AccessRule rule = rule("0.0.0.0", 1, false);

        assertThat(rule.needed(HttpMethod.GET, "/api/models")).isEqualTo(Role.VIEWER);
        assertThat(rule.needed(HttpMethod.HEAD, "/frames")).isEqualTo(Role.VIEWER);
        assertThat(rule.needed(HttpMethod.POST, "/frames")).isEqualTo(Role.UPLOADER);
        assertThat(rule.needed(HttpMethod.DELETE, "/frames")).isEqualTo(Role.OPERATOR);
        assertThat(rule.needed(HttpMethod.POST, "/frames/more")).isEqualTo(Role.OPERATOR);
        assertThat(rule.needed(HttpMethod.POST, "/api/something-new")).isEqualTo(Role.OPERATOR);
    }

    private static AccessRule rule(String host, int keys, boolean openIdConnect) {
        return new AccessRule(host, keys, openIdConnect, false, List.of("/frames"), List.of());
    }
}
