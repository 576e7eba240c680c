package io.astrochrome.colorize.stream.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Lets frames be composed side by side and end in order: what a target's frame does last begins when the target's frame
 * before has ended, however that ended. Thread-safe; order is that of the calls.
 */
final class TargetSequencer {
    private static final Logger LOG = Logger.getLogger(TargetSequencer.class);

    private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();

    /**
     * Runs {@code last} with the outcome of {@code ready} (a value or a failure) in the target's order.
     *
     * @return completes when {@code last} has, never with a failure
     */
    <T> CompletionStage<Void> then(
            String target, CompletableFuture<T> ready, BiFunction<T, Throwable, CompletionStage<Void>> last) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        CompletableFuture<Void> before;
        synchronized (tails) {
            before = tails.getOrDefault(target, CompletableFuture.completedFuture(null));
            tails.put(target, turn);
        }
        return before.thenCompose(nothing -> ready.handle(last).thenCompose(stage -> stage))
                .handle((nothing, failure) -> {
                    if (failure != null) {
                        LOG.errorf(failure, "a frame of %s did not end", target);
                    }
                    synchronized (tails) {
                        tails.remove(target, turn);
                    }
                    turn.complete(null);
                    return null;
                });
    }

    /** Targets that have a frame under way. */
    int targets() {
        synchronized (tails) {
            return tails.size();
        }
    }
}
