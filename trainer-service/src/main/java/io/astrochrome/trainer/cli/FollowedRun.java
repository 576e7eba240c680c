package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A run in this process, which ends with a checkpoint where the process is asked to end. */
final class FollowedRun {
    private static final Duration GRACE = Duration.ofSeconds(60);

    private FollowedRun() {}

    static RunOutcome follow(TrainingRun run, PrintWriter screen) throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    run.stop();
                    try {
                        if (!ended.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                            screen.println("The step did not end in time: resume from the last checkpoint.");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-run");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run.run();
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook has done its work.
        }
    }
}
