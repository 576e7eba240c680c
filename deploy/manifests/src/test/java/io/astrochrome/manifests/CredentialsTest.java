package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service has its own user of the store, with a policy, and its own keys. */
class CredentialsTest {
    private static final Path DEPLOY = StoredDocument.project().resolve("deploy");
    /** Those of ObjectKeys. */
    private static final Set<String> PREFIXES = Set.of(
            "frames",
            "ingested",
            "luminance",
            "stretch",
            "stretch-resets",
            "colorized",
            "palettes",
            "models",
            "checkpoints",
            "nights",
            "composites",
            "stack-orders");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize", "metrics", "trainer"})
    void mayOnlyDoWhatItsWorkNeeds(String service) throws IOException {
        JsonNode policy = new ObjectMapper()
                .readTree(Files.readString(DEPLOY.resolve("store").resolve(service + ".json")));
        Set<String> prefixes = new TreeSet<>();
        for (JsonNode statement : policy.path("Statement")) {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            statement.path("Action").forEach(action -> assertThat(action.asText())
                    .doesNotContain("*"));
            for (JsonNode resource : statement.path("Resource")) {
                String name = resource.asText().replace("arn:aws:s3:::astrochrome", "");
                if (!name.isEmpty()) {
                    prefixes.add(name.substring(1, name.indexOf('/', 1)));
                }
            }
        }

        assertThat(prefixes).isNotEmpty().isSubsetOf(PREFIXES).hasSizeLessThan(PREFIXES.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize", "metrics", "trainer"})
    void areOfItsOwnInKubernetesAndMayBeInCompose(String service) throws IOException {
        String deployment = Files.readString(DEPLOY.resolve("kubernetes/base").resolve(service + ".yaml"));
        String compose = Files.readString(DEPLOY.resolve("compose/compose.yaml"));

        assertThat(deployment)
                .contains("name: astrochrome-store-" + service + "\n", "name: astrochrome-access-" + service + "\n");
        for (String half : List.of("ACCESS", "SECRET")) {
            assertThat(compose)
                    .contains("ASTROCHROME_STORE_" + half + "_KEY: ${" + service.toUpperCase(Locale.ROOT) + "_STORE_"
                            + half + "_KEY:-");
        }
    }
}
