package io.astrochrome.trainer.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells of the run at hand several times in a lease, whatever it is busy with, so that no other trainer takes it over. */
@Singleton
class RunPulse {
    private static final int BEATS_A_LEASE = 4;

    private final TrainerConfig config;
    private final RunBook book;
    private final RunTeller teller;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "run-pulse");
        worker.setDaemon(true);
        return worker;
    });
    private volatile String runId;

    RunPulse(TrainerConfig config, RunBook book, RunTeller teller) {
        this.config = config;
        this.book = book;
        this.teller = teller;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.lease().toMillis() / BEATS_A_LEASE;
        var unused = thread.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    /** The run that this trainer has; null for none. */
    void of(String nowAtHand) {
        runId = nowAtHand;
    }

    private void beat() {
        String atHand = runId;
        if (atHand != null) {
            book.run(atHand).filter(run -> !run.over()).ifPresent(teller::tell);
        }
    }
}
