package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.KafkaLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends records in order; a few may be on their way at a time, so that memory stays bounded while the broker is slow. */
@ApplicationScoped
class RecordSender {
    private static final String SOURCE = "preprocess-service";
    private static final int MOST_ON_THE_WAY = 8;

    private final int maxValueBytes;
    private final Emitter<byte[]> tensors;
    private final Emitter<byte[]> lessons;
    private final Emitter<byte[]> subs;
    private final Semaphore onTheWay = new Semaphore(MOST_ON_THE_WAY);
    private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);

    RecordSender(
            KafkaLimits limits,
            @Channel("lab-tensors") Emitter<byte[]> tensors,
            @Channel("lessons") Emitter<byte[]> lessons,
            @Channel("subs") Emitter<byte[]> subs) {
        this.maxValueBytes = limits.maxValueBytes();
        this.tensors = tensors;
        this.lessons = lessons;
        this.subs = subs;
    }

    /** Makes and sends records while nobody else does, so that a target's pictures are sent in the order of their stacks. */
    <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Returns as soon as the tensor is on its way, as a lesson too where it is one; waits while too many are.
     *
     * @param headers beside the event's
     * @return ends when the broker has it, exceptionally when it never will
     */
    CompletableFuture<Void> send(LabTensor tensor, Map<String, String> headers) {
        byte[] value = EventCodec.toBytes(tensor);
        if (value.length > maxValueBytes) {
            return CompletableFuture.failedFuture(
                    new QuarantineException(tensor.frame().fileName() + " makes a record of " + value.length
                            + " bytes; astrochrome.kafka.max-message-bytes leaves " + maxValueBytes));
        }
        String stack = tensor.stack() == null ? "" : "-" + tensor.stack().stackId();
        String id = tensor.frame().frameId() + "-" + tensor.frame().purpose() + stack;
        CompletableFuture<Void> written = send(
                tensors,
                CloudEvents.message(
                        EventType.LAB_TENSOR, SOURCE, id, tensor.frame().target(), value, headers));
        if (!tensor.isLesson()) {
            return written;
        }
        Message<byte[]> lesson =
                CloudEvents.message(EventType.LAB_TENSOR, SOURCE, id, tensor.lessonKey(), value, headers);
        return CompletableFuture.allOf(written, send(lessons, lesson));
    }

    /** As {@link #send(LabTensor, Map)}. */
    CompletableFuture<Void> send(SubJudged sub) {
        String id = sub.frame().frameId() + "-" + sub.place() + "-" + sub.shown();
        return send(
                subs,
                CloudEvents.message(
                        EventType.SUB_JUDGED, SOURCE, id, sub.frame().target(), EventCodec.toJson(sub)));
    }

    private CompletableFuture<Void> send(Emitter<byte[]> channel, Message<byte[]> record) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        onTheWay.acquireUninterruptibly();
        channel.send(record.withAck(() -> {
                    onTheWay.release();
                    written.complete(null);
                    return CompletableFuture.completedFuture(null);
                })
                .withNack(reason -> {
                    onTheWay.release();
                    written.completeExceptionally(reason);
                    return CompletableFuture.completedFuture(null);
                }));
        return written;
    }
}
