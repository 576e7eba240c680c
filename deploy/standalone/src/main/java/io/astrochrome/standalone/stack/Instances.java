package io.astrochrome.standalone.stack;

import java.util.Map;

/**
 * How many processes each service has. Those of one service share its work by their consumer group, up to the number of
 * partitions.
 *
 * @param counts by service; one where nothing is said
 */
public record Instances(Map<Service, Integer> counts) {
    /** One of each. */
    public static final Instances ONE_EACH = new Instances(Map.of());

    public Instances {
        counts = Map.copyOf(counts);
        counts.forEach((service, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException(service.id() + " needs at least one instance, not " + count);
            }
            if (count > 1 && !service.sharesWork()) {
                throw new IllegalArgumentException(service.id() + " has one instance on one machine");
            }
        });
    }

    int of(Service service) {
        return counts.getOrDefault(service, 1);
    }

    /** What an instance is called; the first has the service's own name. */
    static String name(Service service, int instance) {
        return instance == 1 ? service.id() : service.id() + "-" + instance;
    }
}
