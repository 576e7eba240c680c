package io.astrochrome.preprocess;

import io.astrochrome.storage.StoreUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Repeats work for as long as the store or the disk does not take part, with growing pauses: no frame is lost to an outage,
 * and none is given up for it. Ends when the service stops.
 */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PreprocessSettings settings;
    private final StallWatch watch;
    private final StageTimers meters;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Patience(PreprocessSettings settings, StallWatch watch, StageTimers meters) {
        this.settings = settings;
        this.watch = watch;
        this.meters = meters;
    }

    /** The work's result, or empty where the service stops before there is one. */
    <T> Optional<T> until(String frame, Supplier<T> work) {
        Duration pause = settings.retryPause();
        while (true) {
            try {
                return Optional.of(work.get());
            } catch (StoreUnavailableException | UncheckedIOException e) {
                LOG.warnf("%s waits %s: %s", frame, pause, e.getMessage());
                watch.waitingFor(e.getMessage());
                meters.retried();
            }
            if (isStopped(pause)) {
                return Optional.empty();
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean isStopped(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
