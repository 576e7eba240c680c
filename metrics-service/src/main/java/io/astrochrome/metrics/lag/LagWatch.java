package io.astrochrome.metrics.lag;

import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.MetricsConfig;
import io.astrochrome.platform.kafka.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Meters the lag of the configured groups, again and again; while the broker is away the last figures stay. */
@ApplicationScoped
class LagWatch {
    private static final Logger LOG = Logger.getLogger(LagWatch.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    private final MetricsConfig.Lag config;
    private final KafkaClients clients;
    private final Meters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lag-watch");

    LagWatch(MetricsConfig config, KafkaClients clients, Meters meters) {
        this.config = config.lag();
        this.clients = clients;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        thread.interrupt();
        thread.join(STOP_PATIENCE.toMillis());
    }

    private void run() {
        try (Admin admin = clients.admin()) {
            do {
                look(admin);
            } while (!closing.await(config.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            meters.replace(Meter.CONSUMER_LAG, GroupLag.of(admin, config.groups()));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debugf("the lag of %s is not known: %s", config.groups(), e);
        }
    }
}
