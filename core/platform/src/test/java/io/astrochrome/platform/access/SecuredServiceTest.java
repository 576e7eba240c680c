package io.astrochrome.platform.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.astrochrome.events.Topics;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SecuredServiceTest.Elsewhere.class)
class SecuredServiceTest {
    private static final String COOKIE = "astrochrome-session-metrics-service";

    SecuredInstallation installation;

    @Inject
    ObjectStore store;

    /** Where tests log to, whatever a resource of theirs says. */
    @ConfigProperty(name = "quarkus.log.file.path")
    String logFile;

    private String before;

    @BeforeEach
    void addressTheMachineByItsOwnAddress() {
        before = RestAssured.baseURI;
        String address = SecuredInstallation.ownAddress();
        RestAssured.baseURI = "http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address);
    }

    @AfterEach
    void addressItAsBefore() {
        RestAssured.baseURI = before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestEndpoint.PATH,
                "/q/metrics",
                "/q/health/../metrics",
                "/q/health/..;/metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health/%2E%2E%2Fmetrics",
                "/q/health%3B/metrics",
                "/q/health%5C..%5Cmetrics",
                "/",
                "/nothing/is/here"
            })
    void refusesWhoeverBringsNothing(String path) {
        var asItIs = given().urlEncodingEnabled(false);
        asItIs.get(path)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("detail", containsString("X-API-Key"));
        asItIs.post(path).then().statusCode(401);
    }

    @Test
    void answersWhoeverHasTheKey() {
        given().header("Authorization", "Bearer " + SecuredInstallation.API_KEY)
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(200);
        withKey().post(TestEndpoint.PATH).then().statusCode(200);
        withKey().get("/nothing/is/here").then().statusCode(404);
    }

    @Test
    void refusesAKeyThatIsNearlyRight() {
        String wrong = SecuredInstallation.API_KEY.substring(1);

        given().header("X-API-Key", wrong).get(TestEndpoint.PATH).then().statusCode(401);
        given().header("Authorization", "Bearer " + wrong)
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void answersWhoeverHasATokenOfTheOpenIdConnectServer() throws NoSuchAlgorithmException {
        String token = token(installation.tokens().getPrivate(), "astrochrome-viewer");
        String forged =
                token(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());

        given().header("Authorization", "Bearer " + token)
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + forged)
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("token"));
    }

    @Test
    void letsAKeyDoWhatItsRoleMayAndSaysWhichOneIsNeeded() {
        var viewer = SecuredInstallation.VIEWER_KEY;
        var uploader = SecuredInstallation.UPLOADER_KEY;

        with(viewer).get(TestEndpoint.PATH).then().statusCode(200);
        with(viewer).post(TestEndpoint.UPLOADS).then().statusCode(403).body("detail", containsString("uploader"));
        with(uploader).get(TestEndpoint.PATH).then().statusCode(200);
        with(uploader).post(TestEndpoint.UPLOADS).then().statusCode(200);
        with(uploader).post(TestEndpoint.PATH).then().statusCode(403).body("detail", containsString("operator"));
        with(uploader).delete(TestEndpoint.UPLOADS).then().statusCode(403);
        with(uploader).get("/session").then().body("role", equalTo("uploader"));
        withKey().get("/session").then().body("role", equalTo("operator"));
        given().get("/session").then().body("role", equalTo("nobody"));
    }

    @Test
    void letsATokenDoWhatItsRolesMay() {
        PrivateKey key = installation.tokens().getPrivate();

        withToken(token(key)).get(TestEndpoint.PATH).then().statusCode(403);
        withToken(token(key, "members")).get(TestEndpoint.PATH).then().statusCode(403);
        withToken(token(key, "astrochrome-viewer"))
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(200);
        withToken(token(key, "astrochrome-viewer"))
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        withToken(token(key, "astrochrome-uploader"))
                .post(TestEndpoint.UPLOADS)
                .then()
                .statusCode(200);
        withToken(token(key, "astrochrome-uploader"))
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        withToken(token(key, "members", "astrochrome-operator"))
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void tellsEverybodyWhetherItIsWellAndWhyOnlyToWhoIsKnown() {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started")) {
            given().get(path).then().statusCode(200).body(equalTo("{\"status\":\"UP\"}"));
        }
        with(SecuredInstallation.VIEWER_KEY)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", not(empty()));
    }

    @Test
    void signsOutWhoeverHasCopiedASession() {
        String session = session();
        given().cookie(COOKIE, session).get(TestEndpoint.PATH).then().statusCode(200);

        given().cookie(COOKIE, session).delete("/session").then().statusCode(204);

        given().cookie(COOKIE, session).get(TestEndpoint.PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Proto, https, true",
        "Forwarded, for=10.0.0.1;proto=https, true",
        "X-Forwarded-Proto, http, false"
    })
    void keepsASessionToEncryptedConnectionsBehindAProxyThatEncrypts(String header, String value, boolean secure) {
        String cookie = given().redirects()
                .follow(false)
                .header(header, value)
                .formParam("key", SecuredInstallation.API_KEY)
                .post("/session")
                .then()
                .statusCode(303)
                .extract()
                .header("Set-Cookie");

        assertThat(cookie.contains("Secure")).isEqualTo(secure);
    }

    @Test
    void actsForWhoeverAskedTheServiceThatAsks() {
        withKey()
                .header(Caller.ON_BEHALF_OF, "uploader")
                .get(TestEndpoint.PATH + "/role")
                .then()
                .body(equalTo("UPLOADER"));
        with(SecuredInstallation.VIEWER_KEY)
                .header(Caller.ON_BEHALF_OF, "operator")
                .get(TestEndpoint.PATH + "/role")
                .then()
                .body(equalTo("VIEWER"));
        withKey()
                .header(Caller.ON_BEHALF_OF, "nonsense")
                .get(TestEndpoint.PATH + "/role")
                .then()
                .body(equalTo("NOBODY"));
        withKey().get(TestEndpoint.PATH + "/role").then().body(equalTo("OPERATOR"));
    }

    private static String session() {
        return given().redirects()
                .follow(false)
                .formParam("key", SecuredInstallation.API_KEY)
                .post("/session")
                .then()
                .statusCode(303)
                .extract()
                .cookie(COOKIE);
    }

    @Test
    void asksABrowserToSignInAndKnowsItFromThenOn() {
        given().header("Accept", "text/html,*/*")
                .get("/")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .body(containsString("action=\"/session\""));
        given().formParam("key", "a key that nobody has")
                .post("/session")
                .then()
                .statusCode(401);
        given().formParam("key", "k".repeat(5000))
                .post("/session")
                .then()
                .statusCode(413)
                .body("detail", containsString("4096"));

        String session = given().redirects()
                .follow(false)
                // As a browser says it for a page that sends no referrer.
                .header("Origin", "null")
                .formParam("key", SecuredInstallation.API_KEY)
                .post("/session")
                .then()
                .statusCode(303)
                .header("Set-Cookie", allOf(containsStringIgnoringCase("HttpOnly"), containsString("SameSite=Strict")))
                .extract()
                .cookie(COOKIE);

        assertThat(session).doesNotContain(SecuredInstallation.API_KEY);
        given().cookie(COOKIE, session).get(TestEndpoint.PATH).then().statusCode(200);
        given().cookie(COOKIE, session)
                .get("/session")
                .then()
                .body("signedIn", equalTo(true))
                .body("known", equalTo(true));
        given().get("/session").then().body("needed", equalTo(true)).body("known", equalTo(false));
        given().cookie(COOKIE, "9" + session).get(TestEndpoint.PATH).then().statusCode(401);
        given().delete("/session").then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void speaksToBrokerAndStoreOverTls() {
        String key = "secured " + UUID.randomUUID();
        installation.topics().write(Topics.LAB_TENSORS, key, "a".getBytes(StandardCharsets.UTF_8));
        var echoed = installation.topics().await(Topics.QUALITY, key, 1);
        var stored = store.put("secured", "b".getBytes(StandardCharsets.UTF_8), "text/plain");

        assertThat(echoed).hasSize(1);
        assertThat(store.fetch(stored)).asString().isEqualTo("b");
    }

    @Test
    void writesNoSecretIntoItsLog() throws IOException {
        refusesAKeyThatIsNearlyRight();
        asksABrowserToSignInAndKnowsItFromThenOn();
        speaksToBrokerAndStoreOverTls();

        String log = Files.readString(Path.of(logFile));

        assertThat(log).contains("HTTP on", "ProducerConfig values");
        assertThat(SecuredInstallation.SECRETS).noneMatch(log::contains);
        assertThat(log).doesNotContain(SecuredInstallation.API_KEY.substring(1));
    }

    private static RequestSpecification withKey() {
        return with(SecuredInstallation.API_KEY);
    }

    private static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }

    private static RequestSpecification withToken(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String token(PrivateKey key, String... roles) {
        return Jwt.subject("observer")
                .issuer("https://sign-in.example")
                .groups(Set.of(roles))
                .sign(key);
    }

    /** The installation that others can reach, instead of the module's usual one. */
    public static final class Elsewhere implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SecuredInstallation.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
