package io.astrochrome.colorize.model;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.model.ColourModel;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that are loaded: the champion, the one before it, and the challenger where there is one. Thread-safe. Whoever
 * wants to predict takes a lease and closes it afterwards; a swap points new leases to the next model at once. The champion
 * before stays open until the swap after, so that a roll-back needs no loading; any other model is closed when its last lease
 * is back. No prediction waits for a swap, and none runs on a closed model.
 */
public final class ServedModels implements AutoCloseable {
    private @Nullable ModelLease champion;
    private @Nullable ModelLease before;
    private @Nullable Challenger challenger;

    /** Owns {@code first} from now on. */
    public ServedModels(ColourModel first) {
        champion = ModelLease.of(first);
    }

    /**
     * The model that colours now; the caller closes the lease.
     *
     * @throws IllegalStateException where these are closed
     */
    public synchronized ModelLease champion() {
        if (champion == null) {
            throw new IllegalStateException("the service is stopping");
        }
        return champion.another();
    }

    /** The challenger, whatever it does; the caller closes it. */
    public synchronized Optional<Challenger> challenger() {
        return Optional.ofNullable(challenger).map(Challenger::another);
    }

    /** The challenger, if it works in that mode; the caller closes it. */
    public synchronized Optional<Challenger> challenger(ChallengerMode wanted) {
        return challenger == null || challenger.mode() != wanted ? Optional.empty() : challenger();
    }

    /**
     * The models whose colours are shown; the caller closes them.
     *
     * @throws IllegalStateException where these are closed
     */
    public synchronized ServingModels serving() {
        return new ServingModels(champion(), challenger(ChallengerMode.CANARY));
    }

    /**
     * A lease of a model that can be champion at once: it was so before this one, or is the canary, which runs as a champion
     * does. It is open and warm.
     */
    public synchronized Optional<ModelLease> ready(String modelId) {
        return Stream.of(
                        Optional.ofNullable(before),
                        Optional.ofNullable(challenger)
                                .filter(tried -> tried.mode() == ChallengerMode.CANARY)
                                .map(Challenger::lease))
                .flatMap(Optional::stream)
                .filter(lease -> lease.model().modelId().equals(modelId))
                .findFirst()
                .map(ModelLease::another);
    }

    /** Colours with {@code next}, which is loaded and checked already, from now on; owns it. */
    public void swap(ColourModel next) {
        swap(ModelLease.of(next));
    }

    /** As {@link #swap(ColourModel)}, with a model that may have other users; owns the lease. */
    public void swap(ModelLease next) {
        ModelLease idle;
        synchronized (this) {
            if (champion == null) {
                idle = next; // stopped meanwhile
            } else {
                idle = before;
                before = champion;
                champion = next;
            }
        }
        close(idle);
    }

    /** Tries {@code next} from now on, in the place of whom it tried before; owns its lease. */
    public void challenge(Challenger next) {
        Challenger idle;
        synchronized (this) {
            if (champion == null) {
                idle = next; // stopped meanwhile
            } else {
                idle = challenger;
                challenger = next;
            }
        }
        close(idle);
    }

    /** Tries nobody from now on. */
    public void setAside() {
        Challenger idle;
        synchronized (this) {
            idle = challenger;
            challenger = null;
        }
        close(idle);
    }

    /** Sets the challenger aside if it is still that model; by which decision it was tried, if it was. */
    public Optional<String> setAside(String modelId) {
        Challenger idle;
        synchronized (this) {
            if (challenger == null || !challenger.model().modelId().equals(modelId)) {
                return Optional.empty();
            }
            idle = challenger;
            challenger = null;
        }
        idle.close();
        return Optional.of(idle.decisionId());
    }

    /** Closes the models when their last leases are back. */
    @Override
    public void close() {
        setAside();
        ModelLease one;
        ModelLease other;
        synchronized (this) {
            one = champion;
            other = before;
            champion = null;
            before = null;
        }
        close(one);
        close(other);
    }

    private static void close(@Nullable ModelLease lease) {
        if (lease != null) {
            lease.close();
        }
    }

    private static void close(@Nullable Challenger idle) {
        if (idle != null) {
            idle.close();
        }
    }
}
