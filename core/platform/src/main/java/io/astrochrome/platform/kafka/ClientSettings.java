package io.astrochrome.platform.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** A connection's settings for one kind of client: what only the other kind knows is left out, so that none warns of it. */
final class ClientSettings {
    private ClientSettings() {}

    static Map<String, Object> consumer(Map<String, Object> broker) {
        return without(ProducerConfig.configNames(), ConsumerConfig.configNames(), broker);
    }

    static Map<String, Object> producer(Map<String, Object> broker) {
        return without(ConsumerConfig.configNames(), ProducerConfig.configNames(), broker);
    }

    private static Map<String, Object> without(Set<String> others, Set<String> own, Map<String, Object> broker) {
        Set<String> foreign = new HashSet<>(others);
        foreign.removeAll(own);
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().removeAll(foreign);
        return Map.copyOf(settings);
    }
}
