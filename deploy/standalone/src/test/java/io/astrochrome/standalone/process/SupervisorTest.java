package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ConditionFactory PATIENTLY = await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LAST = 19;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final RestartBackoff QUICK =
            new RestartBackoff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
    private final Supervisor supervisor = new Supervisor(QUICK, LOOK, events::add);

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
    void stopsOneForGoodAndGoesOnWithTheOthers() throws Exception {
        var guest = supervisor.start(List.of(TestProcess.spec(folder, "serve"))).get(0);
        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();

        supervisor.stop(guest);

        assertThat(guest.pid()).isEmpty();
        assertThat(supervisor.processes()).isEmpty();
        assertThat(events).last().isInstanceOf(ProcessEvent.Stopped.class);
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
    @EnabledOnOs(OS.LINUX)
    void letsOthersGoFirstOnceAProcessHasStartedUp() throws Exception {
        assumeTrue(TurnTest.hasCommands(), TurnTest.NO_COMMANDS);
        var process = supervisor
                .start(List.of(TestProcess.spec(folder, "serve", GRACE, LAST)))
                .get(0);
        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        var pid = process.pid().orElseThrow();

        assertThat(TurnTest.niceness(pid)).isLessThan(LAST);
        PATIENTLY.untilAsserted(() -> assertThat(TurnTest.niceness(pid)).isEqualTo(LAST));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, LAST})
    void startsAKilledProcessAgain(int niceness) throws Exception {
        var process = supervisor
                .start(List.of(TestProcess.spec(folder, "serve", GRACE, niceness)))
                .get(0);
        supervisor.awaitReady(any -> true, PATIENCE);
        var killed = process.pid().orElseThrow();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        ProcessHandle.of(killed).ifPresent(handle -> handle.onExit().join());
        PATIENTLY.until(() -> starts() == 2);

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
                TestProcess.spec(folder, "ignore-term", Duration.ofMillis(200)), QUICK, LOOK, events::add);
        process.start();
        PATIENTLY.until(process::isReady);

        process.stop();

        assertThat(events).last().isEqualTo(new ProcessEvent.Stopped("test", true));
    }

    @Test
    void startsAProcessAnewThatSaysThreeTimesThatItIsNotAlive() throws Exception {
        supervisor.start(List.of(TestProcess.spec(folder, "sicken-once")));

        PATIENTLY.until(() -> starts() == 2);

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        assertThat(events)
                .filteredOn(ProcessEvent.Unwell.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((ProcessEvent.Unwell) event).how()).contains("3 times"));
    }

    @Test
    void startsAProcessAnewThatHangsBeforeItIsReady() throws Exception {
        supervisor.start(List.of(TestProcess.silent(folder, "hang-once", Duration.ofSeconds(3))));

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
        assertThat(starts()).isGreaterThan(1);
        assertThat(events).anyMatch(ProcessEvent.Unwell.class::isInstance);
    }

    @Test
    void triesAgainWhatCannotBeStarted() throws Exception {
        var missing = folder.resolve("not-yet");
        var spec = TestProcess.spec(missing, "serve");
        supervisor.start(List.of(spec));
        PATIENTLY.until(() -> events.stream()
                        .filter(ProcessEvent.NotStarted.class::isInstance)
                        .count()
                > 1);

        Files.createDirectory(missing);

        assertThat(supervisor.awaitReady(any -> true, PATIENCE)).isTrue();
    }

    @Test
    void watchesOnWhereWhatHappensCannotBeNoted() throws Exception {
        try (var watching = new Supervisor(QUICK, LOOK, event -> {
            throw new IllegalStateException("the disk is full");
        })) {
            watching.start(List.of(TestProcess.spec(folder, "crash-once")));

            assertThat(watching.awaitReady(any -> true, PATIENCE)).isTrue();
        }
    }

    private int starts() throws IOException {
        var file = folder.resolve("starts");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
}
