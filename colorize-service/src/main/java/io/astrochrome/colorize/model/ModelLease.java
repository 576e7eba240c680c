package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use a model until it is closed. Several may share a model; the last that is closed closes it. Thread-safe;
 * closing twice is closing once.
 */
public final class ModelLease implements AutoCloseable {
    private final Shared shared;
    private final AtomicBoolean returned = new AtomicBoolean();

    private ModelLease(Shared shared) {
        this.shared = shared;
    }

    /** The first lease of a model, which owns it from now on. */
    public static ModelLease of(ColourModel model) {
        return new ModelLease(new Shared(model));
    }

    /** Another lease of the same model; this one must not be closed yet. */
    public ModelLease another() {
        shared.take();
        return new ModelLease(shared);
    }

    /** Open as long as the lease is. */
    public ColourModel model() {
        return shared.model;
    }

    @Override
    public void close() {
        if (returned.compareAndSet(false, true)) {
            shared.giveBack();
        }
    }

    /** A model and how many use it. */
    private static final class Shared {
        private final ColourModel model;
        private int users = 1;

        Shared(ColourModel model) {
            this.model = model;
        }

        synchronized void take() {
            if (users == 0) {
                throw new IllegalStateException("the model " + model.metadata().name() + " is closed");
            }
            users++;
        }

        void giveBack() {
            boolean last;
            synchronized (this) {
                users--;
                last = users == 0;
            }
            if (last) {
                model.close();
            }
        }
    }
}
