package io.astrochrome.platform.kafka;

import io.astrochrome.events.topic.TopicClient;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clients of the service that this is, by its application name. */
@Singleton
final class KafkaClientsProducer {
    @Produces
    @Singleton
    KafkaClients clients(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        return new KafkaClients(TopicClient.named(service), broker);
    }
}
