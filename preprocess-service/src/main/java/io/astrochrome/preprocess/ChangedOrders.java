package io.astrochrome.preprocess;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices what a person wants of a target's stacks though no exposure comes: the night is taken up by the instance that has the target, so
 * that it is seen within seconds. What was wanted before the start is, too, unless the night has gone on since.
 */
@ApplicationScoped
class ChangedOrders {
    private static final Logger LOG = Logger.getLogger(ChangedOrders.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ObjectStore store;
    private final StoredRequests<StackOrder> orders;
    private final Nights nights;
    private final TargetHandover targets;
    private final PictureThread pictures;
    private final Instant start = Instant.now();

    /** The orders that are known, by their keys. */
    private final Map<String, Order> known = new HashMap<>();

    private final Set<String> troubled = new HashSet<>();

    /**
     * An order as it was read.
     *
     * @param target whose; null where it is none that can be read
     */
    private record Order(Instant writtenAt, @Nullable String target, boolean heeded) {}

    ChangedOrders(
            ObjectStore store,
            StoredRequests<StackOrder> orders,
            Nights nights,
            @Identifier(TargetHandover.NAME) TargetHandover targets,
            PictureThread pictures) {
        this.store = store;
        this.orders = orders;
        this.nights = nights;
        this.targets = targets;
        this.pictures = pictures;
    }

    void start(@Observes StartupEvent event) {
        pictures.repeat(this::look, EVERY);
    }

    private void look() {
        try {
            List<ListedObject> orders;
            try (Stream<ListedObject> listed = store.listed(ObjectKeys.STACK_ORDERS)) {
                orders = listed.toList();
            }
            orders.forEach(this::tryToHeed);
        } catch (RuntimeException e) {
            LOG.debugf("what people want of stacks is looked at again: %s", e.getMessage());
        }
    }

    private void tryToHeed(ListedObject listed) {
        try {
            heed(listed);
            troubled.remove(listed.key());
        } catch (RuntimeException e) {
            if (troubled.add(listed.key())) {
                LOG.warnf("what is wanted by %s is tried again and again: %s", listed.key(), e.getMessage());
            }
        }
    }

    private void heed(ListedObject listed) {
        Order order = known.get(listed.key());
        if (order == null || !order.writtenAt.equals(listed.lastModified())) {
            order = read(listed);
            known.put(listed.key(), order);
        }
        if (!order.heeded && order.target != null && targets.has(order.target)) {
            if (order.writtenAt.isAfter(start) || !nights.wentOnSince(order.target, order.writtenAt)) {
                orders.changed(order.target); // or the first picture would be made as was wanted before
                nights.wake(order.target);
            }
            known.put(listed.key(), new Order(order.writtenAt, order.target, true));
        }
    }

    private Order read(ListedObject listed) {
        return StoredRecords.findReadable(store, listed.key(), StackOrder.class)
                .map(order -> new Order(listed.lastModified(), order.target(), false))
                .orElseGet(() -> new Order(listed.lastModified(), null, true));
    }
}
