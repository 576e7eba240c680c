package io.astrochrome.colorize.stream.queue;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Messages of {@code lab-tensors.v1} that count how often they were acknowledged. */
final class Deliveries {
    private Deliveries() {}

    static Message<byte[]> message(long offset, AtomicInteger acknowledged) {
        return message(offset, () -> {
            acknowledged.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        });
    }

    static Message<byte[]> message(long offset, Supplier<CompletionStage<Void>> acknowledging) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("lab-tensors.v1", 1, offset, "M 31", new byte[] {7});
        return Message.of(record.value(), acknowledging)
                .addMetadata(new IncomingKafkaRecordMetadata<>(record, "lab-tensors"));
    }
}
