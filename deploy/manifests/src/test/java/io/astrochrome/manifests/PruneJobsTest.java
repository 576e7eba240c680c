package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.testkit.StoredDocument;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store is pruned without anybody's doing. */
class PruneJobsTest {
    private static final String COMMAND = "io.astrochrome.colorize.cli.prune.PruneCommand";
    private static final Path SOURCES = StoredDocument.project().resolve("colorize-service/src/main/java");

    private final CronJob job = Manifests.all(CronJob.class).get(0);
    private final PodSpec pod =
            job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().get(0);

    @Test
    void runTheCommandThatThereIsOneAtATime() {
        assertThat(SOURCES.resolve(COMMAND.replace('.', '/') + ".java")).isRegularFile();
        assertThat(job.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(container.getImage()).isEqualTo("astrochrome/colorize-service");
        assertThat(container.getCommand()).startsWith("java", "-cp").endsWith(COMMAND, "--yes");
    }

    @Test
    void haveTheRightsOfThePruneAndNoOthers() {
        assertThat(Rights.of(TopicClient.PRUNE.user()).on("topic", "literal", "Read"))
                .isEqualTo(TopicTable.readBy(TopicClient.PRUNE));
        assertThat(Rights.of(TopicClient.PRUNE.user()).operations()).containsOnly("Read", "Describe");
        assertThat(container.getEnvFrom().stream()
                        .filter(from -> from.getSecretRef() != null)
                        .map(from -> from.getSecretRef().getName()))
                .containsExactly("astrochrome-store-prune");
        assertThat(pod.getVolumes().stream()
                        .filter(volume -> volume.getName().equals("kafka-user"))
                        .map(volume -> volume.getSecret().getSecretName()))
                .containsExactly(TopicClient.PRUNE.user());
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    }

    @Test
    void areThereInComposeAsWellWithTheSamePaths() throws Exception {
        Map<String, Object> service = Yamls.map(
                Yamls.one(StoredDocument.project().resolve("deploy/compose/compose.yaml")), "services", "prune");

        String script = ((List<?>) service.get("command")).get(0).toString();

        assertThat(script).contains(COMMAND, "'" + container.getCommand().get(2) + "'", "$$PRUNE_OPTIONS");
        assertThat(Files.readString(StoredDocument.project().resolve("deploy/compose/.env.example")))
                .contains("\nPRUNE_OPTIONS=--yes\n");
        assertThat(Yamls.map(service, "environment")).doesNotContainKey("ASTROCHROME_SECURITY_API_KEY");
    }

    @Test
    void areScriptsThatAShellReads() throws Exception {
        Map<String, Object> service = Yamls.map(
                Yamls.one(StoredDocument.project().resolve("deploy/compose/compose.yaml")), "services", "prune");
        String script = ((List<?>) service.get("command")).get(0).toString().replace("$$", "$");

        assertThat(Program.named("bash").says(SOURCES, Map.of(), List.of("-n", "-c", script)))
                .isEmpty();
    }
}
