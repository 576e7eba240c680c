package io.astrochrome.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.FolderInUseException;
import io.astrochrome.standalone.process.SupervisedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The infrastructure as the launcher starts it: a real broker and store in a JVM of their own. */
class StackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    @Test
    void startsABrokerWithAllTopicsAndFindsItsRecordsAgainAfterARestart() throws Exception {
        try (var stack = start()) {
            try (var admin = admin(stack)) {
                assertThat(admin.listTopics().names().get()).containsAll(Topics.withDeadLetters());
            }
            send(stack, "kept");
        }

        try (var stack = start();
                var admin = admin(stack)) {
            var partitions = admin.describeTopics(List.of(Topics.FRAMES))
                    .allTopicNames()
                    .get()
                    .get(Topics.FRAMES)
                    .partitions();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            partitions.forEach(partition ->
                    ends.put(new TopicPartition(Topics.FRAMES, partition.partition()), OffsetSpec.latest()));
            assertThat(admin.listOffsets(ends).all().get().values().stream()
                            .mapToLong(end -> end.offset())
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesToStartTwiceOnOneFolder() throws Exception {
        try (var stack = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(stack.addresses().page().toString());
        }
    }

    @Test
    void leavesNoProcessBehindWhenItIsClosed() throws Exception {
        List<SupervisedProcess> processes;
        long pid;
        try (var stack = start()) {
            processes = stack.processes();
            pid = processes.get(0).pid().orElseThrow();
        }

        assertThat(processes).noneMatch(process -> process.pid().isPresent());
        assertThat(ProcessHandle.of(pid)).isNotPresent();
    }

    @Test
    void endsItsProcessesEvenWhenTheLauncherIsKilled() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var launcher = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        InfrastructureLauncher.class.getName(),
                        root.toString())
                .start();
        long child;
        try (var said = launcher.inputReader()) {
            child = Long.parseLong(said.readLine());
        }
        var infrastructure = ProcessHandle.of(child).orElseThrow();

        launcher.destroyForcibly().waitFor();

        infrastructure.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(infrastructure.isAlive()).isFalse();
    }

    private Stack start() throws IOException, InterruptedException {
        var folder = new DataFolder(root.resolve("data"));
        var stack = Stack.start(Home.at(root), folder, Set.of(), event -> {});
        assertThat(stack.awaitReady(PATIENCE))
                .as(() -> "infrastructure is ready; its log: " + log(folder))
                .isTrue();
        return stack;
    }

    private static String log(DataFolder folder) {
        try {
            return Files.readString(folder.logs().resolve("infrastructure.log"));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static Admin admin(Stack stack) {
        return Admin.create(Map.of("bootstrap.servers", stack.addresses().bootstrapServers()));
    }

    private static void send(Stack stack, String value) throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", stack.addresses().bootstrapServers());
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.FRAMES, "M 42", value)).get();
        }
    }
}
