package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to use a model until it is closed, which is the holder's to close. Closing twice is closing once. */
public final class ModelLease implements AutoCloseable {
    private final ColourModel model;
    private final Runnable giveBack;
    private final AtomicBoolean returned = new AtomicBoolean();

    ModelLease(ColourModel model, Runnable giveBack) {
        this.model = model;
        this.giveBack = giveBack;
    }

    /** Open as long as the lease is. */
    public ColourModel model() {
        return model;
    }

    @Override
    public void close() {
        if (returned.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
