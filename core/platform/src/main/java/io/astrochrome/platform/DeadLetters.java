package io.astrochrome.platform;

import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Gives up a message of a channel whose {@code failure-strategy} is {@code dead-letter-queue}: the record goes to the
 * dead-letter topic with the stage's name beside the connector's own headers, its offset is committed, the stream goes on.
 */
public final class DeadLetters {
    private DeadLetters() {}

    /**
     * Sends the record to the dead-letter topic.
     *
     * @param stage the service's name, such as {@code preprocess}
     * @param reason its message is what people will read
     * @return completes when the dead letter is written
     */
    public static CompletionStage<Void> giveUp(Message<?> message, String stage, Throwable reason) {
        var headers = new RecordHeaders().add(DeadLetterHeaders.STAGE, stage.getBytes(StandardCharsets.UTF_8));
        var metadata =
                OutgoingKafkaRecordMetadata.builder().withHeaders(headers).build();
        return message.nack(reason, Metadata.of(metadata));
    }
}
