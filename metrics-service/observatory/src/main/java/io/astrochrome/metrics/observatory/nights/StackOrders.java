package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What people want of targets' stacks, where preprocess-service looks for it. Throws what the store throws. */
@ApplicationScoped
public class StackOrders {
    private final ObjectStore store;

    StackOrders(ObjectStore store) {
        this.store = store;
    }

    /** The newest order about a target. */
    public Optional<StackOrder> of(String target) {
        return StoredRecords.findReadable(store, ObjectKeys.stackOrder(target), StackOrder.class);
    }

    void keep(StackOrder order) {
        StoredRecords.keep(store, ObjectKeys.stackOrder(order.target()), order);
    }
}
