package io.astrochrome.trainer.service.lease;

import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.registry.ProgressPublisher;
import io.astrochrome.trainer.service.registry.RunRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Renews the lease of the run at hand several times in its length, whatever the trainer is busy with. */
@Singleton
public class LeaseRenewal {
    private static final int RENEWALS_A_LEASE = 4;

    private final TrainerConfig config;
    private final RunRegistry registry;
    private final ProgressPublisher progress;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "lease-renewal");
        worker.setDaemon(true);
        return worker;
    });
    private volatile @Nullable String runId;

    LeaseRenewal(TrainerConfig config, RunRegistry registry, ProgressPublisher progress) {
        this.config = config;
        this.registry = registry;
        this.progress = progress;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.lease().toMillis() / RENEWALS_A_LEASE;
        var unused = thread.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    /** The run that this trainer has; null for none. */
    public void of(@Nullable String nowAtHand) {
        runId = nowAtHand;
    }

    private void renew() {
        String atHand = runId;
        if (atHand != null) {
            registry.run(atHand).filter(run -> !run.over()).ifPresent(progress::publish);
        }
    }
}
