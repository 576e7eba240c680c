package io.astrochrome.trainer.service;

import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Does what needs broker and store, and tries again for as long as they are away: an outage costs a run time and nothing
 * else. It ends when the service stops. Thread-safe.
 *
 * @param between from one try to the next
 * @param stopping whether the service stops
 */
record StreamPatience(Duration between, BooleanSupplier stopping) {
    private static final Logger LOG = Logger.getLogger(StreamPatience.class);

    /** What needs broker and store; may be done twice. */
    @FunctionalInterface
    interface Errand<T> {
        T run() throws IOException;
    }

    /**
     * What came of the errand; empty where the service stops first.
     *
     * @param runId whose errand it is
     */
    <T> Optional<T> until(String runId, Errand<T> errand) throws IOException {
        while (!stopping.getAsBoolean()) {
            try {
                return Optional.of(errand.run());
            } catch (KafkaException | StoreUnavailableException e) {
                LOG.warnf("run %s waits for broker and store: %s", runId, e.getMessage());
                rest();
            }
        }
        return Optional.empty();
    }

    /** Lets the time between two tries pass. */
    void rest() {
        LockSupport.parkNanos(between.toNanos());
    }
}
