package io.astrochrome.platform;

import io.astrochrome.events.EventType;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Records as CloudEvents 1.0 in Kafka's binary mode: attributes in {@code ce_*} headers, the value untouched. */
public final class CloudEvents {
    private static final String SPECIFICATION = "1.0";

    private CloudEvents() {}

    /**
     * A record for a producer of one's own, for when it must be known whether the broker has it; otherwise as
     * {@link #message}.
     */
    public static ProducerRecord<String, byte[]> record(
            String topic, EventType type, String source, String id, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        header(record, "ce_specversion", SPECIFICATION);
        header(record, "ce_id", id);
        header(record, "ce_source", source(source).toString());
        header(record, "ce_type", type.cloudEventsType());
        header(record, "ce_time", ZonedDateTime.now(ZoneOffset.UTC).toString());
        header(record, "content-type", type.mediaType());
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static URI source(String service) {
        return URI.create("/astrochrome/" + service);
    }

    /**
     * A message for an outgoing channel of {@code byte[]}.
     *
     * @param source the service's name, such as {@code preprocess-service}; becomes {@code /astrochrome/<source>}
     * @param id the same for the same event, so that a repeated one is recognised
     * @param key the Kafka key
     */
    public static Message<byte[]> message(EventType type, String source, String id, String key, byte[] value) {
        return message(type, source, id, key, value, Map.of());
    }

    /**
     * As above, with headers of its own beside the event's, such as those of a trace.
     *
     * @param headers by name
     */
    public static Message<byte[]> message(
            EventType type, String source, String id, String key, byte[] value, Map<String, String> headers) {
        var event = OutgoingCloudEventMetadata.<byte[]>builder()
                .withId(id)
                .withSource(source(source))
                .withType(type.cloudEventsType())
                .withDataContentType(type.mediaType())
                .withTimestamp(ZonedDateTime.now(ZoneOffset.UTC))
                .build();
        var more = new RecordHeaders();
        headers.forEach((name, text) -> more.add(name, text.getBytes(StandardCharsets.UTF_8)));
        var record = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(more)
                .build();
        return Message.of(value, Metadata.of(event, record));
    }
}
