package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
    private static final Path FOLDER = StoredDocument.project().resolve("deploy/compose");
    private static final Map<String, Object> COMPOSE = Yamls.one(FOLDER.resolve("compose.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cuda.yaml"})
    void isWellFormed(String file) {
        assertThat(Yamls.violations("compose.json", Yamls.one(FOLDER.resolve(file))))
                .isEmpty();
    }

    @Test
    void doesNotPassAMisspeltKey() {
        assertThat(Yamls.violations("compose.json", Map.of("services", Map.of("a", Map.of("enviroment", Map.of())))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "trainer", "colorize", "metrics"})
    void setsOnlyWhatTheServiceReadsAndAllThatItNeeds(String service) {
        var set = Yamls.map(COMPOSE, "services", service, "environment").keySet();

        assertThat(KnownVariables.of(service + "-service")).containsAll(set);
        assertThat(set).containsAll(KnownVariables.neededBy(service + "-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "trainer", "colorize", "metrics"})
    void runsItWithoutRightsOnAFileSystemThatItCannotChange(String name) {
        Map<String, Object> service = Yamls.map(COMPOSE, "services", name);

        assertThat(service)
                .containsEntry("read_only", true)
                .hasEntrySatisfying(
                        "cap_drop", dropped -> assertThat(dropped).asList().containsExactly("ALL"));
        // Native libraries are unpacked there and loaded.
        assertThat(service.get("tmpfs")).asList().anyMatch(mount -> mount.toString()
                .startsWith("/tmp:exec"));
    }

    @Test
    void holdsNoSecret() {
        services().forEach((service, definition) -> Yamls.map(definition, "environment").entrySet().stream()
                .filter(variable -> variable.getKey().matches(".*(SECRET|PASSWORD|ACCESS_KEY|API_KEY).*"))
                .forEach(variable -> assertThat(variable.getValue().toString())
                        .as(service + ": " + variable.getKey())
                        .startsWith("${")));
    }

    @Test
    void asksForEverySecretInTheExample() throws IOException {
        String example = Files.readString(FOLDER.resolve(".env.example"));
        String compose = Files.readString(FOLDER.resolve("compose.yaml"));

        var asked = Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(compose)
                .results()
                .map(found -> found.group(1));
        assertThat(asked).isNotEmpty().allMatch(name -> example.contains("\n" + name + "="));
    }

    @Test
    void takesOthersImagesByTheirVersion() {
        services().values().stream()
                .map(definition -> Yamls.map(definition).get("image").toString())
                .filter(image -> !image.startsWith("astrochrome/"))
                .forEach(image -> assertThat(image).matches(".+:v?[0-9].*"));
    }

    private static Map<String, Object> services() {
        return Yamls.map(COMPOSE, "services");
    }
}
