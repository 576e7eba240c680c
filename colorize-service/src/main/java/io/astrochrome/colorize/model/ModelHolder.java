package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;

/**
 * The model that colours now. Thread-safe. Whoever wants to predict takes a lease and closes it afterwards; a swap points
 * new leases to the next model at once, and closes the one before when its last lease is back. No prediction waits for a
 * swap, and none runs on a closed model.
 */
public final class ModelHolder implements AutoCloseable {
    private Held current;

    /** Owns {@code first} from now on. */
    public ModelHolder(ColourModel first) {
        current = new Held(first);
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
        Held held = current;
        held.users++;
        return new ModelLease(held.model, () -> giveBack(held));
    }

    /** Colours with {@code next}, which is loaded and checked already, from now on; owns it, and closes the one before. */
    public void swap(ColourModel next) {
        retire(new Held(next));
    }

    /** Closes the model when its last lease is back. */
    @Override
    public void close() {
        retire(null);
    }

    private void retire(Held next) {
        ColourModel idle = null;
        synchronized (this) {
            Held before = current;
            current = next;
            if (before != null) {
                before.retired = true;
                idle = before.users == 0 ? before.model : null;
            }
        }
        if (idle != null) {
            idle.close();
        }
    }

    private void giveBack(Held held) {
        boolean last;
        synchronized (this) {
            held.users--;
            last = held.retired && held.users == 0;
        }
        if (last) {
            held.model.close();
        }
    }

    /** A model, how many use it, and whether another has taken its place. Guarded by the holder. */
    private static final class Held {
        final ColourModel model;
        int users;
        boolean retired;

        Held(ColourModel model) {
            this.model = model;
        }
    }
}
