package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.platform.prune.PruneRules;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service has its own user of the store, with a policy, and its own keys. */
class CredentialsTest {
    private static final Path DEPLOY = StoredDocument.project().resolve("deploy");
    private static final Set<String> PREFIXES =
            Stream.of(ObjectKind.values()).map(ObjectKind::label).collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize", "metrics", "trainer", "prune"})
    void mayOnlyDoWhatItsWorkNeeds(String service) throws IOException {
        JsonNode policy = json(service + ".json");
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

    @Test
    void whoPrunesMayDeleteWhatIsPrunedAndNothingElse() throws IOException {
        Set<String> deleted = new TreeSet<>();
        for (JsonNode statement : json("prune.json").path("Statement")) {
            if (statement.path("Action").toString().contains("s3:DeleteObject")) {
                statement.path("Resource").forEach(resource -> deleted.add(resource.asText()));
            }
        }

        Set<ObjectKind> kinds = EnumSet.copyOf(PruneRules.PRUNABLE);
        kinds.addAll(Set.of(ObjectKind.INGESTED, ObjectKind.PINS));
        assertThat(deleted)
                .containsExactlyInAnyOrderElementsOf(kinds.stream()
                        .map(kind -> kind.prefix() + (kind == ObjectKind.NIGHTS ? "*/stacks/*" : "*"))
                        .map(keys -> "arn:aws:s3:::astrochrome/" + keys)
                        .toList());
    }

    /** Runs keep their checkpoints in a folder of their own. */
    @Test
    void whoTrainsOnlyWritesModels() throws IOException {
        assertThat(json("trainer.json").toString())
                .contains("astrochrome/models/*")
                .doesNotContain("checkpoints");
    }

    /** A rule of the bucket knows age alone: no pin, no record on the log, no purpose. */
    @Test
    void theBucketItselfOnlyForgetsWhatBelongsToNoFrame() throws IOException {
        for (JsonNode rule : json("lifecycle.json").path("Rules")) {
            if (rule.has("Expiration")) {
                ObjectKind kind =
                        ObjectKind.labelled(rule.at("/Filter/Prefix").asText().replace("/", ""));
                assertThat(PruneRules.PRUNABLE).contains(kind);
                assertThat(kind.isOfFrames()).as(kind.label()).isFalse();
            }
        }
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(DEPLOY.resolve("store").resolve(file)));
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
