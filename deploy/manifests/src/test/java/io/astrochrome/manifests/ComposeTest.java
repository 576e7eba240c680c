package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .containsEntry("stop_grace_period", "60s")
                .containsEntry("read_only", true)
                .hasEntrySatisfying(
                        "cap_drop", dropped -> assertThat(dropped).asList().containsExactly("ALL"));
        // Frames under way may be larger than what the memory limit leaves, and a tmpfs counts against that.
        assertThat(service).doesNotContainKey("tmpfs");
        assertThat(service.get("volumes")).asList().contains("/tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "trainer", "colorize", "metrics"})
    void limitsItsMemoryAsKubernetesDoes(String name) {
        String limit = Manifests.all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(name))
                .map(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0))
                .map(container -> container.getResources().getLimits().get("memory"))
                .map(memory -> memory.getAmount() + memory.getFormat())
                .findFirst()
                .orElseThrow();

        assertThat(Yamls.map(COMPOSE, "services", name, "deploy", "resources", "limits"))
                .containsEntry("memory", limit.replace("Gi", "g"));
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

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.yaml compose.cuda.yaml"})
    void isTakenByComposeItself(String files, @TempDir Path folder) throws Exception {
        Path filledIn = Files.writeString(
                folder.resolve("env"),
                Files.readString(FOLDER.resolve(".env.example")).replaceAll("(?m)=$", "=made-up-for-a-test"));
        List<String> arguments = new ArrayList<>(List.of("--env-file", filledIn.toString()));
        for (String file : files.split(" ", 0)) {
            arguments.addAll(List.of("-f", file));
        }
        arguments.add("config");

        var resolved = Yamls.all(Program.named("docker-compose").says(FOLDER, Map.of(), arguments))
                .get(0);

        assertThat(Yamls.map(resolved, "services").keySet())
                .containsExactlyInAnyOrderElementsOf(services().keySet());
        assertThat(Yamls.map(resolved, "services", "metrics", "environment"))
                .containsEntry("ASTROCHROME_SECURITY_API_KEY", "made-up-for-a-test");
    }

    @Test
    void makesTheTopicsThatKubernetesMakes(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Path topics = Files.writeString(folder.resolve("topics"), "#!/bin/sh\necho \"$*\" >>'" + said + "'\n");
        assertThat(topics.toFile().setExecutable(true)).isTrue();
        Map<String, String> settings = new HashMap<>(Map.of("BROKER", "kafka:9092", "KAFKA_TOPICS", topics.toString()));
        for (String name : List.of("PARTITIONS", "MAX_MESSAGE_BYTES", "TENSOR_RETENTION_BYTES")) {
            settings.put(name, example(name));
        }

        Program.named("bash").says(FOLDER, settings, List.of("create-topics.sh"));

        assertThat(Files.readAllLines(said).stream().map(ComposeTest::topic))
                .containsExactlyInAnyOrderElementsOf(Manifests.all(KafkaTopic.class).stream()
                        .map(ComposeTest::topic)
                        .toList());
    }

    private static String example(String name) throws IOException {
        return Pattern.compile("(?m)^" + name + "=(.+)$")
                .matcher(Files.readString(FOLDER.resolve(".env.example")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** A topic as the script makes it, without what is a matter of how many brokers there are. */
    private static String topic(String arguments) {
        List<String> words = List.of(arguments.split(" ", 0));
        return words.get(words.indexOf("--topic") + 1) + " " + words.get(words.indexOf("--partitions") + 1) + " "
                + words.stream().filter(word -> word.contains("=")).sorted().toList();
    }

    private static String topic(KafkaTopic made) {
        return made.getMetadata().getName() + " " + made.getSpec().getPartitions() + " "
                + made.getSpec().getConfig().entrySet().stream()
                        .filter(setting -> !setting.getKey().equals("min.insync.replicas"))
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .sorted()
                        .toList();
    }

    private static Map<String, Object> services() {
        return Yamls.map(COMPOSE, "services");
    }
}
