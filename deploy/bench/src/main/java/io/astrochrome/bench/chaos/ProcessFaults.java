package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What happens to processes, the infrastructure's among them: they are killed, stand still, or crawl. */
final class ProcessFaults {
    private static final long SILENCE_MILLIS = 8000;
    private static final long CRAWL_MILLIS = 6000;
    private static final long STEP_MILLIS = 100;

    private final Stack stack;

    ProcessFaults(Stack stack) {
        this.stack = stack;
    }

    /** One for each process. */
    List<Fault> kills() {
        return each("kill", process -> random -> Signals.kill(process));
    }

    /** One for each process. */
    List<Fault> silences() {
        return each(
                "silence",
                process -> random ->
                        Signals.whileStill(List.of(process), () -> Thread.sleep(random.nextLong(SILENCE_MILLIS))));
    }

    /** One for each process. */
    List<Fault> crawls() {
        return each("crawl", process -> random -> crawl(process, random));
    }

    private List<Fault> each(String what, Function<SupervisedProcess, Fault.Cause> cause) {
        return stack.processes().stream()
                .map(process -> new Fault(what + " " + process.name(), cause.apply(process)))
                .toList();
    }

    /** Half of its time it stands still. */
    private static void crawl(SupervisedProcess process, SplittableRandom random)
            throws IOException, InterruptedException {
        for (var left = random.nextLong(CRAWL_MILLIS); left > 0; left -= 2 * STEP_MILLIS) {
            Signals.whileStill(List.of(process), () -> Thread.sleep(STEP_MILLIS));
            Thread.sleep(STEP_MILLIS);
        }
    }
}
