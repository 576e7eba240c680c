package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.Ports;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where everything listens: loopback, on ports that were free at the start and are the same after a restart if they
 * still are.
 */
public final class Addresses {
    static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_KAFKA_PORT = 9092;
    private static final int USUAL_CONTROLLER_PORT = 9093;
    private static final int USUAL_STORE_PORT = 9000;
    private static final int USUAL_HEALTH_PORT = 8079;

    private final int kafka;
    private final int controller;
    private final int store;
    private final int infrastructureHealth;
    private final Map<Service, Integer> services = new EnumMap<>(Service.class);

    Addresses(Ports ports) throws IOException {
        kafka = ports.choose("kafka", USUAL_KAFKA_PORT);
        controller = ports.choose("kafka-controller", USUAL_CONTROLLER_PORT);
        store = ports.choose("store", USUAL_STORE_PORT);
        infrastructureHealth = ports.choose("infrastructure", USUAL_HEALTH_PORT);
        for (var service : Service.values()) {
            services.put(service, ports.choose(service.id(), service.usualPort()));
        }
    }

    /** What Kafka clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LOOPBACK + ":" + kafka;
    }

    /** The S3 endpoint. */
    public URI store() {
        return http(store);
    }

    /** The root address of a service. */
    public URI of(Service service) {
        return http(port(service));
    }

    /** The one address that people open. */
    public URI page() {
        return of(Service.METRICS).resolve("/");
    }

    int port(Service service) {
        return services.get(service);
    }

    int kafkaPort() {
        return kafka;
    }

    int controllerPort() {
        return controller;
    }

    int storePort() {
        return store;
    }

    int infrastructureHealthPort() {
        return infrastructureHealth;
    }

    private static URI http(int port) {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }
}
