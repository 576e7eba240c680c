package io.astrochrome.colorize.stream;

import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Repeats what touches the store until the store answers, waiting twice as long each time; nothing is lost meanwhile, since
 * no offset is committed. A failure of the disk is tried a few times. Whatever else fails, fails at once. Thread-safe.
 */
final class Retry {
    private static final Logger LOG = Logger.getLogger(Retry.class);
    private static final int MOST_DISK_FAILURES = 3;

    private final Duration first;
    private final Duration most;

    Retry(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    /** What is repeated. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T until(String what, Step<T> step) throws IOException, InterruptedException {
        Duration wait = first;
        int diskFailures = 0;
        while (true) {
            try {
                return step.run();
            } catch (StoreUnavailableException e) {
                LOG.warnf(
                        "%s: the store does not answer, next try in %d ms (%s)", what, wait.toMillis(), e.getMessage());
            } catch (IOException e) {
                diskFailures++;
                if (diskFailures >= MOST_DISK_FAILURES) {
                    throw e;
                }
                LOG.warnf("%s: %s, next try in %d ms", what, e, wait.toMillis());
            }
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2).compareTo(most) > 0 ? most : wait.multipliedBy(2);
        }
    }
}
