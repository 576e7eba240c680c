package io.astrochrome.standalone.infrastructure;

import io.astrochrome.embedded.EmbeddedKafka;
import io.astrochrome.embedded.EmbeddedStore;
import java.io.IOException;

/**
 * Broker and object store in one JVM, on loopback only. Answers on {@value #READINESS} once both take requests and all
 * topics exist; ends in order on SIGTERM.
 */
public final class InfrastructureMain {
    /** The path of the readiness check, the same as the services'. */
    public static final String READINESS = "/q/health/ready";

    /** The path of the liveness check, the same as the services'. */
    public static final String LIVENESS = "/q/health/live";

    private InfrastructureMain() {}

    /** Takes its settings from the environment. */
    public static void main(String[] args) throws IOException {
        var settings = InfrastructureSettings.from(System.getenv());
        var store = new EmbeddedStore(
                settings.storeFolder(), settings.storePort(), settings.accessKey(), settings.secretKey());
        var kafka = new EmbeddedKafka(
                settings.kafkaFolder(), settings.kafkaPort(), settings.controllerPort(), settings.maxMessageBytes());
        kafka.createTopics(TopicPlan.topics(settings.maxMessageBytes()));
        var health = new InfrastructureHealth(kafka.bootstrapServers(), store.endpoint(), settings.healthPort());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            health.close();
                            kafka.close();
                            close(store);
                        },
                        "stop-infrastructure"));
        System.out.println("Infrastructure is ready: " + settings);
    }

    private static void close(EmbeddedStore store) {
        try {
            store.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
