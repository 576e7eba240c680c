package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.testkit.model.TinyModel;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every service where others reach it: each of its paths, as its own OpenAPI document names them, and who is refused. */
class AccessIT {
    private static final String OPERATOR = "operators-key-of-the-access-test";
    private static final String UPLOADER = "uploaders-key-of-the-access-test";
    private static final String VIEWER = "viewers-key-of-the-access-test";
    private static final Path ROOT = Home.current().root();
    private static final Map<Service, ReachableService> SERVICES = new EnumMap<>(Service.class);

    /** What a probe and a browser that signs in ask for. */
    private static final String OPEN = "/q/health/live|/session";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startThemAll() throws Exception {
        Path keys = Files.writeString(
                folder.resolve("keys"), "viewer " + VIEWER + "\nuploader " + UPLOADER + "\n" + OPERATOR + "\n");
        Path model = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        Map<String, String> environment = Map.of(
                "ASTROCHROME_SECURITY_API_KEY_FILE", keys.toString(), "ASTROCHROME_COLORIZE_MODEL", model.toString());
        for (Service service : Service.values()) {
            SERVICES.put(service, ReachableService.start(ROOT, folder, service, environment));
        }
        for (ReachableService service : SERVICES.values()) {
            service.awaitAlive();
        }
    }

    @AfterAll
    static void stopThemAll() throws InterruptedException {
        for (ReachableService service : SERVICES.values()) {
            service.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoeverBringsNoKeyOnEveryPath(Service service) throws Exception {
        var softly = new SoftAssertions();
        for (var operation : operations(service).entrySet()) {
            for (String method : operation.getValue()) {
                softly.assertThat(ask(service, method, operation.getKey(), "").statusCode())
                        .as(method + " " + operation.getKey())
                        .isEqualTo(401);
            }
        }
        for (String path : List.of("/", "/q/metrics", "/q/openapi", "/q/swagger-ui/", "/nothing/is/here")) {
            softly.assertThat(ask(service, "GET", path, "").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatChangesSomethingToWhoMayDoIt(Service service) throws Exception {
        var softly = new SoftAssertions();
        for (var operation : operations(service).entrySet()) {
            String path = operation.getKey();
            for (String method : operation.getValue()) {
                if (!method.equals("GET")) {
                    boolean upload = path.endsWith("/frames");
                    softly.assertThat(ask(service, method, path, VIEWER).statusCode())
                            .as("a viewer's " + method + " " + path)
                            .isEqualTo(403);
                    softly.assertThat(ask(service, method, path, UPLOADER).statusCode() == 403)
                            .as("an uploader's " + method + " " + path + " is refused")
                            .isEqualTo(!upload);
                }
            }
        }
        softly.assertThat(ask(service, "GET", "/q/metrics", VIEWER).statusCode())
                .isEqualTo(200);
        softly.assertAll();
    }

    @Test
    void aServiceThatKnowsNobodyDoesNotStart() throws Exception {
        try (var service = ReachableService.start(ROOT, folder, Service.PREPROCESS, Map.of())) {
            assertThat(service.awaitEnd()).isNotZero();
            assertThat(service.said()).contains("quarkus.http.host is 0.0.0.0", "astrochrome.security.api-key-file");
        }
    }

    private static HttpResponse<String> ask(Service service, String method, String path, String key) throws Exception {
        return SERVICES.get(service).ask(method, path, key);
    }

    /** Methods by path, with something in the place of what a path is to be filled with. */
    private static Map<String, List<String>> operations(Service service) throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(
                        ask(service, "GET", "/q/openapi?format=json", OPERATOR).body());
        Map<String, List<String>> operations = new TreeMap<>();
        document.path("paths").properties().forEach(path -> {
            if (!path.getKey().matches(OPEN)) {
                List<String> methods = new ArrayList<>();
                path.getValue().fieldNames().forEachRemaining(name -> {
                    if (name.matches("get|post|put|delete|patch")) {
                        methods.add(name.toUpperCase(Locale.ROOT));
                    }
                });
                operations.put(path.getKey().replaceAll("\\{[^}]+}", "x"), methods);
            }
        });
        return operations;
    }
}
