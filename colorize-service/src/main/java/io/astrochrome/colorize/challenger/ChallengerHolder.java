package io.astrochrome.colorize.challenger;

import io.astrochrome.events.ChallengerMode;
import java.util.Optional;

/**
 * The challenger, where there is one. Thread-safe. As with the champion, whoever predicts has a lease, and a challenger
 * that is set aside is closed when its last lease is back.
 */
public final class ChallengerHolder implements AutoCloseable {
    private Challenger current;

    /** Tries {@code next} from now on, in the place of whom it tried before; owns its lease. */
    public void set(Challenger next) {
        Challenger idle;
        synchronized (this) {
            idle = current;
            current = next;
        }
        if (idle != null) {
            idle.close();
        }
    }

    /** Tries nobody from now on. */
    public void clear() {
        set(null);
    }

    /** Sets the challenger aside if it is still that model; by which decision it was tried, if it was. */
    public Optional<String> clear(String modelId) {
        Challenger idle;
        synchronized (this) {
            if (current == null || !current.model().modelId().equals(modelId)) {
                return Optional.empty();
            }
            idle = current;
            current = null;
        }
        idle.close();
        return Optional.of(idle.decisionId());
    }

    /** The challenger, if it works in that mode; the caller closes it. */
    public synchronized Optional<Challenger> lease(ChallengerMode wanted) {
        return current == null || current.mode() != wanted ? Optional.empty() : Optional.of(current.another());
    }

    /** The challenger, whatever it does; the caller closes it. */
    public synchronized Optional<Challenger> lease() {
        return Optional.ofNullable(current).map(Challenger::another);
    }

    @Override
    public void close() {
        clear();
    }
}
