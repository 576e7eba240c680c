package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.StackOrder;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What people want of targets' stacks, where preprocess-service looks for it. Throws what the store throws. */
@ApplicationScoped
public class StackOrders {
    private static final Logger LOG = Logger.getLogger(StackOrders.class);
    private static final int LARGEST_OBJECT = 1 << 20;

    private final ObjectStore store;

    StackOrders(ObjectStore store) {
        this.store = store;
    }

    /** The newest order about a target. */
    public Optional<StackOrder> of(String target) {
        String key = ObjectKeys.stackOrder(target);
        if (store.stat(key).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = store.open(key)) {
            return Optional.of(EventCodec.fromJson(in.readNBytes(LARGEST_OBJECT), StackOrder.class));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (EventFormatException e) {
            LOG.warnf("%s is no order and is passed over: %s", key, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(key + " cannot be read", e);
        }
    }

    void keep(StackOrder order) {
        store.put(ObjectKeys.stackOrder(order.target()), EventCodec.toJson(order), "application/json");
    }
}
