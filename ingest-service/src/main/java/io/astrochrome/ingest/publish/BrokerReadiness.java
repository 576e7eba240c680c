package io.astrochrome.ingest.publish;

import io.astrochrome.platform.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The service is not ready while the broker does not answer within {@link #PATIENCE}. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {
    private static final String NAME = "Kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private @Nullable Admin admin;

    BrokerReadiness(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        var options = new DescribeClusterOptions().timeoutMs(Math.toIntExact(PATIENCE.toMillis()));
        try {
            admin().describeCluster(options).nodes().get();
            return HealthCheckResponse.up(NAME);
        } catch (ExecutionException e) {
            return down(Objects.requireNonNull(e.getCause()));
        } catch (KafkaException e) {
            return down(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(e);
        }
    }

    private static HealthCheckResponse down(Throwable reason) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("reason", String.valueOf(reason.getMessage()))
                .build();
    }

    /** Made when it is first needed, so that the service may start before the broker's address can be resolved. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
