package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.Ports;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything listens: loopback, on ports that were free at the start and are the same after a restart if they
 * still are. Thread-safe.
 */
public final class Addresses {
    static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_KAFKA_PORT = 9092;
    private static final int USUAL_CONTROLLER_PORT = 9093;
    private static final int USUAL_STORE_PORT = 9000;
    private static final int USUAL_HEALTH_PORT = 8079;
    private static final int ANY_PORT = 0;

    private final int kafka;
    private final int controller;
    private final int store;
    private final int infrastructureHealth;
    private final Ports ports;
    private final Map<Service, List<Integer>> services = new EnumMap<>(Service.class);

    Addresses(Ports ports, Instances instances) throws IOException {
        this.ports = ports;
        kafka = ports.choose("kafka", USUAL_KAFKA_PORT);
        controller = ports.choose("kafka-controller", USUAL_CONTROLLER_PORT);
        store = ports.choose("store", USUAL_STORE_PORT);
        infrastructureHealth = ports.choose("infrastructure", USUAL_HEALTH_PORT);
        for (var service : Service.values()) {
            addUpTo(instances.of(service), service);
        }
    }

    /** Sees that a service's instances have ports up to that one, counted from 1. */
    synchronized void addUpTo(int instance, Service service) throws IOException {
        var chosen = portsOf(service);
        for (var next = chosen.size() + 1; next <= instance; next++) {
            var usual = next == 1 ? service.usualPort() : ANY_PORT;
            chosen.add(ports.choose(Instances.name(service, next), usual));
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

    /** The root address of a service, of its first instance. */
    public URI of(Service service) {
        return of(service, 1);
    }

    /** The root address of an instance, counted from 1. */
    public URI of(Service service, int instance) {
        return http(port(service, instance));
    }

    /** The one address that people open. */
    public URI page() {
        return of(Service.METRICS).resolve("/");
    }

    synchronized int port(Service service, int instance) {
        return portsOf(service).get(instance - 1);
    }

    private List<Integer> portsOf(Service service) {
        return services.computeIfAbsent(service, any -> new ArrayList<>());
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
