package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TurnTest {
    static final String NO_COMMANDS = "renice and chrt (util-linux) are not installed";

    /** proc(5): numbers of the fields of /proc/[pid]/stat that follow the command's name. */
    private static final int NICE = 19;

    private static final int POLICY = 41;
    private static final int SCHED_BATCH = 3;

    @Test
    void putsARunningProcessBehindTheOthers() throws Exception {
        assumeTrue(hasCommands(), NO_COMMANDS);
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            var before = niceness(process.pid());

            Turn.behindTheOthers(process.pid(), before + 3);

            assertThat(niceness(process.pid())).isEqualTo(before + 3);
            assertThat(field(process.pid(), POLICY)).isEqualTo(SCHED_BATCH);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leavesAProcessAloneThatHasEnded() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor(10, TimeUnit.SECONDS);

        Turn.behindTheOthers(process.pid(), 5);

        assertThat(process.exitValue()).isZero();
    }

    /** Whoever has no privilege is heard once in a tenth of a second, and told to try again meanwhile. */
    @Test
    void putsSeveralProcessesBehindTheOthersAtOnce() throws Exception {
        assumeTrue(hasCommands() && isThere("setsid"), NO_COMMANDS);
        assumeTrue(Files.exists(Path.of("/proc/self/autogroup")), "this Linux does not share between sessions");
        var processes = new ArrayList<Process>();
        var threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(inASessionOfItsOwn());
            }
            var wishes = processes.stream()
                    .map(process -> Executors.callable(() -> putBehindTheOthers(process)))
                    .toList();
            for (var wish : threads.invokeAll(wishes)) {
                wish.get();
            }

            assertThat(processes)
                    .allSatisfy(process -> assertThat(Path.of("/proc", Long.toString(process.pid()), "autogroup"))
                            .content()
                            .contains("nice 7"));
        } finally {
            threads.shutdownNow();
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static void putBehindTheOthers(Process process) {
        try {
            Turn.behindTheOthers(process.pid(), 7);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process inASessionOfItsOwn() throws IOException {
        var process = new ProcessBuilder("setsid", "sh", "-c", "echo there; exec sleep 60").start();
        assertThat(process.inputReader().readLine()).isEqualTo("there");
        return process;
    }

    static boolean hasCommands() {
        return isThere("renice") && isThere("chrt");
    }

    static int niceness(long pid) throws IOException {
        return field(pid, NICE);
    }

    private static boolean isThere(String command) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static int field(long pid, int number) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var afterName = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ", -1);
        return Integer.parseInt(afterName[number - 3]);
    }
}
