package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.process.SupervisedProcess;
import java.io.IOException;
import java.util.List;

/** What is said to processes; one that has ended meanwhile hears nothing. */
final class Signals {
    private Signals() {}

    static void kill(SupervisedProcess process) {
        process.pid().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Lets processes stand still until something is done. */
    static void whileStill(List<SupervisedProcess> processes, Work work) throws IOException, InterruptedException {
        var pids = processes.stream()
                .flatMapToLong(process -> process.pid().stream())
                .boxed()
                .toList();
        try {
            for (var pid : pids) {
                send("-STOP", pid);
            }
            work.run();
        } finally {
            for (var pid : pids) {
                send("-CONT", pid);
            }
        }
    }

    /** What is done meanwhile. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
