package io.astrochrome.metrics.observatory.lag;

import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.platform.kafka.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Meters the lag of the groups that frames wait for, again and again; while the broker is away the last figures stay. */
@ApplicationScoped
class LagMeters {
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Those of the table of topics, but for the gate's: no frame waits for it. */
    private static final List<String> GROUPS = Stream.of(TopicClient.values())
            .flatMap(client -> TopicTable.groupsOf(client).stream())
            .filter(group -> !group.endsWith("-gate"))
            .toList();

    private static final Logger LOG = Logger.getLogger(LagMeters.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Meters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lag-meters");

    LagMeters(KafkaClients clients, Meters meters) {
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
        thread.join(STOP_TIMEOUT.toMillis());
    }

    private void run() {
        try (Admin admin = clients.admin()) {
            do {
                look(admin);
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            meters.replace(Meter.CONSUMER_LAG, GroupLag.of(admin, GROUPS));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debugf("the lag of %s is not known: %s", GROUPS, e);
        }
    }
}
