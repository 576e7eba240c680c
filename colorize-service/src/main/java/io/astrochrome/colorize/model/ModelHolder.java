package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;
import java.util.Optional;

/**
 * The champion: the model that colours now. Thread-safe. Whoever wants to predict takes a lease and closes it afterwards; a
 * swap points new leases to the next model at once. The model before stays open until the swap after, so that a roll-back
 * needs no loading; the one before that is closed when its last lease is back. No prediction waits for a swap, and none
 * runs on a closed model.
 */
public final class ModelHolder implements AutoCloseable {
    private ModelLease current;
    private ModelLease before;

    /** Owns {@code first} from now on. */
    public ModelHolder(ColourModel first) {
        current = ModelLease.of(first);
    }

    /**
     * The model that colours now, until the lease is closed.
     *
     * @throws IllegalStateException where the holder is closed
     */
    public synchronized ModelLease lease() {
        if (current == null) {
            throw new IllegalStateException("the service is stopping");
        }
        return current.another();
    }

    /** Colours with {@code next}, which is loaded and checked already, from now on; owns it. */
    public void swap(ColourModel next) {
        swap(ModelLease.of(next));
    }

    /** As {@link #swap(ColourModel)}, with a model that may have other users; owns the lease. */
    public void swap(ModelLease next) {
        ModelLease idle;
        synchronized (this) {
            if (current == null) {
                idle = next; // stopped meanwhile
            } else {
                idle = before;
                before = current;
                current = next;
            }
        }
        if (idle != null) {
            idle.close();
        }
    }

    /** A lease of the model that coloured before this one, if it is that; it is open and warm. */
    public synchronized Optional<ModelLease> before(String modelId) {
        return before != null && before.model().modelId().equals(modelId)
                ? Optional.of(before.another())
                : Optional.empty();
    }

    /** Closes the models when their last leases are back. */
    @Override
    public void close() {
        ModelLease one;
        ModelLease other;
        synchronized (this) {
            one = current;
            other = before;
            current = null;
            before = null;
        }
        if (one != null) {
            one.close();
        }
        if (other != null) {
            other.close();
        }
    }
}
