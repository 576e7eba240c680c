package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RestartBackoff QUICK =
            new RestartBackoff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
    private final Supervisor supervisor = new Supervisor(QUICK, events::add);

    @AfterEach
    void stopProcesses() {
        supervisor.close();
    }

    @Test
    void saysWhenAProcessIsReady() throws Exception {
        supervisor.start(List.of(TestProcess.spec(folder, "serve")));

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(ProcessEvent.Started.class, ProcessEvent.Ready.class);
    }

    @Test
    void startsACrashedProcessAgainAndSaysHowItEnded() throws Exception {
        supervisor.start(List.of(TestProcess.spec(folder, "crash-once")));

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        assertThat(starts()).isEqualTo(2);
        assertThat(events)
                .filteredOn(ProcessEvent.Crashed.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((ProcessEvent.Crashed) event).exitCode()).isEqualTo(7));
    }

    @Test
    void startsAKilledProcessAgain() throws Exception {
        var process =
                supervisor.start(List.of(TestProcess.spec(folder, "serve"))).get(0);
        supervisor.awaitReady(any -> true, PATIENCE);
        var killed = process.pid().orElseThrow();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        ProcessHandle.of(killed).ifPresent(handle -> handle.onExit().join());
        while (starts() < 2) {
            Thread.sleep(20);
        }

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        assertThat(process.pid().orElseThrow()).isNotEqualTo(killed);
    }

    @Test
    void doesNotStartAStoppedProcessAgain() throws Exception {
        var process =
                supervisor.start(List.of(TestProcess.spec(folder, "serve"))).get(0);
        supervisor.awaitReady(any -> true, PATIENCE);

        supervisor.close();

        assertThat(process.pid()).isEmpty();
        assertThat(starts()).isEqualTo(1);
        assertThat(events).last().isEqualTo(new ProcessEvent.Stopped("test", false));
        assertThat(events).noneMatch(ProcessEvent.Crashed.class::isInstance);
    }

    @Test
    void endsAProcessThatDoesNotStopByForce() throws Exception {
        var process = new SupervisedProcess(
                TestProcess.spec(folder, "ignore-term", Duration.ofMillis(200)), QUICK, events::add);
        process.start();
        while (!process.isReady()) {
            Thread.sleep(20);
        }

        process.stop();

        assertThat(events).last().isEqualTo(new ProcessEvent.Stopped("test", true));
    }

    private int starts() throws IOException {
        var file = folder.resolve("starts");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
}
