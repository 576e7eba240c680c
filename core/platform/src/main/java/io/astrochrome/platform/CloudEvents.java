package io.astrochrome.platform;

import io.astrochrome.events.EventType;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Records as CloudEvents 1.0 in Kafka's binary mode: attributes in {@code ce_*} headers, the value untouched. */
public final class CloudEvents {
    private CloudEvents() {}

    /**
     * A message for an outgoing channel of {@code byte[]}.
     *
     * @param source the service's name, such as {@code preprocess-service}; becomes {@code /astrochrome/<source>}
     * @param id the same for the same event, so that a repeated one is recognised
     * @param key the Kafka key
     */
    public static Message<byte[]> message(EventType type, String source, String id, String key, byte[] value) {
        var event = OutgoingCloudEventMetadata.<byte[]>builder()
                .withId(id)
                .withSource(URI.create("/astrochrome/" + source))
                .withType(type.cloudEventsType())
                .withDataContentType(type.mediaType())
                .withTimestamp(ZonedDateTime.now(ZoneOffset.UTC))
                .build();
        var record = OutgoingKafkaRecordMetadata.<String>builder().withKey(key).build();
        return Message.of(value, Metadata.of(event, record));
    }
}
