package io.astrochrome.metrics.observatory.store;

import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Meters the object store by kind, again and again on a thread of its own: 0 until the first look, which comes when the service
 * has had time to start; while the store is away the last figures stay.
 */
@ApplicationScoped
class StoreSizeMeters {
    private static final Logger LOG = Logger.getLogger(StoreSizeMeters.class);
    private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final ObjectStore store;
    private final Meters meters;
    private final Duration every;
    private final long capacityBytes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "store-size-meters");

    StoreSizeMeters(ObjectStore store, Meters meters, StoreSizeConfig config) {
        this.store = store;
        this.meters = meters;
        this.every = config.measureEvery();
        this.capacityBytes = config.capacityBytes();
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException(
                    "astrochrome.metrics.store.measure-every must be longer than nothing, not " + every);
        }
        if (capacityBytes < 0) {
            throw new IllegalArgumentException(
                    "astrochrome.metrics.store.capacity-bytes must not be negative, not " + capacityBytes);
        }
    }

    void start(@Observes StartupEvent event) {
        meters.set(Meter.STORE_CAPACITY, (double) capacityBytes);
        for (ObjectKind kind : ObjectKind.values()) {
            show(kind, new StoreSizes(0, 0));
        }
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        thread.interrupt();
        thread.join(STOP_TIMEOUT.toMillis());
    }

    private void run() {
        Duration pause = every.compareTo(BEFORE_THE_FIRST) < 0 ? every : BEFORE_THE_FIRST;
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
                pause = every;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (ObjectKind kind : ObjectKind.values()) {
                StoreSizes sizes = StoreSizes.of(store, kind, this::isOpen);
                if (isOpen()) {
                    show(kind, sizes);
                }
            }
        } catch (StoreException e) {
            LOG.debugf("the size of the store is not known: %s", e.getMessage());
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void show(ObjectKind kind, StoreSizes sizes) {
        meters.set(Meter.STORE_SIZE, (double) sizes.bytes(), kind.label());
        meters.set(Meter.STORE_OBJECTS, (double) sizes.objects(), kind.label());
    }
}
