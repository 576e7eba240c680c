package io.astrochrome.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is not ready while the broker does not answer within {@link #PATIENCE}. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {
    private static final String NAME = "Kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> broker;
    private Admin admin;

    BrokerReadiness(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        var options = new DescribeClusterOptions().timeoutMs(Math.toIntExact(PATIENCE.toMillis()));
        try {
            admin().describeCluster(options).nodes().get();
            return HealthCheckResponse.up(NAME);
        } catch (ExecutionException e) {
            return down(e.getCause());
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
            admin = Admin.create(broker);
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
