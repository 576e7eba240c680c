package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.StackOrder;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Notices what a person wants of a target's stacks though no exposure comes: the night is taken up by the instance that has the target, so
 * that it is seen within seconds. What was wanted in the hour before the start is, too.
 */
@ApplicationScoped
class ChangedOrders {
    private static final Logger LOG = Logger.getLogger(ChangedOrders.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration BEFORE_THE_START = Duration.ofHours(1);
    private static final int LARGEST_OBJECT = 1 << 20;

    private final ObjectStore store;
    private final Nights nights;
    private final TargetHandover targets;
    private final PictureThread pictures;
    private final Instant since = Instant.now().minus(BEFORE_THE_START);

    /** When the orders that were heeded were written, by their keys. */
    private final Map<String, Instant> heeded = new HashMap<>();

    ChangedOrders(
            ObjectStore store,
            Nights nights,
            @Identifier(TargetHandover.NAME) TargetHandover targets,
            PictureThread pictures) {
        this.store = store;
        this.nights = nights;
        this.targets = targets;
        this.pictures = pictures;
    }

    void start(@Observes StartupEvent event) {
        pictures.repeat(this::look, EVERY);
    }

    private void look() {
        try {
            List<ListedObject> changed;
            try (Stream<ListedObject> orders = store.listed(ObjectKeys.STACK_ORDERS)) {
                changed = orders.filter(order -> order.lastModified().isAfter(since)
                                && !order.lastModified().equals(heeded.get(order.key())))
                        .toList();
            }
            changed.forEach(this::heed);
        } catch (RuntimeException e) {
            LOG.debugf("what people want of stacks is looked at again: %s", e.getMessage());
        }
    }

    private void heed(ListedObject listed) {
        try (InputStream in = store.open(listed.key())) {
            String target = EventCodec.fromJson(in.readNBytes(LARGEST_OBJECT), StackOrder.class)
                    .target();
            if (targets.has(target)) {
                nights.wake(target);
                heeded.put(listed.key(), listed.lastModified());
            }
        } catch (ObjectMissingException | EventFormatException e) {
            heeded.put(listed.key(), listed.lastModified());
        } catch (IOException e) {
            throw new UncheckedIOException(listed.key() + " cannot be read", e);
        }
    }
}
