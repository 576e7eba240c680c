package io.astrochrome.preprocess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends tensors in order; a few may be on their way at a time, so that memory stays bounded while the broker is slow. */
@ApplicationScoped
class TensorSender {
    private static final int MOST_ON_THE_WAY = 8;

    private final Emitter<byte[]> tensors;
    private final Semaphore onTheWay = new Semaphore(MOST_ON_THE_WAY);

    TensorSender(@Channel("lab-tensors") Emitter<byte[]> tensors) {
        this.tensors = tensors;
    }

    /**
     * Returns as soon as the tensor is on its way; waits while too many are.
     *
     * @param written what to do when the broker has it
     * @param failed what to do when the broker never will
     */
    void send(
            Message<byte[]> tensor,
            Supplier<CompletionStage<Void>> written,
            Function<Throwable, CompletionStage<Void>> failed) {
        onTheWay.acquireUninterruptibly();
        tensors.send(tensor.withAck(() -> {
                    onTheWay.release();
                    return written.get();
                })
                .withNack(reason -> {
                    onTheWay.release();
                    return failed.apply(reason);
                }));
    }
}
