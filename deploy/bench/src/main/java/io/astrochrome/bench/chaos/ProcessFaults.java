package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to processes, the infrastructure's among them: they are killed, stand still, or crawl. */
final class ProcessFaults {
    private static final long SILENCE_MILLIS = 8000;
    private static final long CRAWL_MILLIS = 6000;
    private static final long STEP_MILLIS = 100;

    private final Stack stack;

    ProcessFaults(Stack stack) {
        this.stack = stack;
    }

    /** Each of them for each process. */
    List<Fault> all() {
        var faults = new ArrayList<Fault>();
        for (var process : stack.processes()) {
            faults.add(random -> kill(process));
            faults.add(random -> silence(process, random));
            faults.add(random -> crawl(process, random));
        }
        return faults;
    }

    private static void kill(SupervisedProcess process) {
        process.pid().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private static void silence(SupervisedProcess process, SplittableRandom random)
            throws IOException, InterruptedException {
        pause(process, random.nextLong(SILENCE_MILLIS));
    }

    /** Half of its time it stands still. */
    private static void crawl(SupervisedProcess process, SplittableRandom random)
            throws IOException, InterruptedException {
        for (var left = random.nextLong(CRAWL_MILLIS); left > 0; left -= 2 * STEP_MILLIS) {
            pause(process, STEP_MILLIS);
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static void pause(SupervisedProcess process, long millis) throws IOException, InterruptedException {
        var pid = process.pid();
        if (pid.isPresent()) {
            signal("-STOP", pid.getAsLong());
            try {
                Thread.sleep(millis);
            } finally {
                signal("-CONT", pid.getAsLong());
            }
        }
    }

    /** One that has ended meanwhile hears nothing. */
    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
