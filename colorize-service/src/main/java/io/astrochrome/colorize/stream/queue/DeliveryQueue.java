package io.astrochrome.colorize.stream.queue;

import io.astrochrome.platform.tracing.Traces;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The records that have arrived and are not yet committed: at most so many at a time, more are not asked for. Thread-safe;
 * their order is kept.
 */
public final class DeliveryQueue {
    private final int most;
    private final Traces traces;
    private final Function<SourcePosition, BooleanSupplier> tenure;
    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();

    /** Those that were taken and have not ended. */
    private final Set<Delivery> taken = new HashSet<>();

    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
    private int underWay;
    private long lastProgress = System.nanoTime();

    /**
     * A queue that is empty.
     *
     * @param most records that have arrived and have not ended
     * @param tenure tells of a record that has come whether it is still this instance's
     */
    public DeliveryQueue(int most, Traces traces, Function<SourcePosition, BooleanSupplier> tenure) {
        this.most = most;
        this.traces = traces;
        this.tenure = tenure;
    }

    /** Takes one more; the next may come when the result completes. Never blocks. */
    public synchronized CompletionStage<Void> add(Message<byte[]> message) {
        if (underWay == 0) {
            lastProgress = System.nanoTime();
        }
        underWay++;
        waiting.add(new Delivery(message, traces, tenure, this::ended));
        if (underWay >= most && room.isDone()) {
            room = new CompletableFuture<>();
        }
        return room;
    }

    private void ended(Delivery delivery) {
        CompletableFuture<Void> free = null;
        synchronized (this) {
            taken.remove(delivery);
            notifyAll();
            underWay--;
            lastProgress = System.nanoTime();
            if (underWay < most) {
                free = room;
            }
        }
        if (free != null) {
            free.complete(null);
        }
    }

    /** Waits for a record, and takes it. */
    public Delivery take() throws InterruptedException {
        Delivery delivery = waiting.take();
        synchronized (this) {
            taken.add(delivery);
        }
        return delivery;
    }

    /** Waits until all others that were taken have ended: what ends the process now is this one. */
    public synchronized void awaitOthers(Delivery delivery) throws InterruptedException {
        while (taken.size() > (taken.contains(delivery) ? 1 : 0)) {
            wait();
        }
    }

    /** Waits until one that was taken has ended. */
    public synchronized void awaitEnd(Delivery delivery) throws InterruptedException {
        while (taken.contains(delivery)) {
            wait();
        }
    }

    /** The process ends by itself: whatever is under way is not to blame. */
    public synchronized void forgive() {
        taken.forEach(Delivery::forgive);
    }

    /** How many have arrived and have not ended. */
    public synchronized int underWay() {
        return underWay;
    }

    /** How many have not been taken. */
    public int waiting() {
        return waiting.size();
    }

    /** For how long records have been under way without one ending; empty where none is. */
    public synchronized Optional<Duration> withoutProgress() {
        return underWay == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - lastProgress));
    }
}
