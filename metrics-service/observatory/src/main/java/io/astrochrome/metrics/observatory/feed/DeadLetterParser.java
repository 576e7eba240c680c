package io.astrochrome.metrics.observatory.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.platform.deadletter.ShortReason;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records of dead-letter topics; whatever they hold gives a {@link DeadLetter}, never an exception. */
final class DeadLetterParser {
    private DeadLetterParser() {}

    static DeadLetter parse(ConsumerRecord<byte[], byte[]> record) {
        String topic = header(record, DeadLetterHeaders.TOPIC, originalTopic(record.topic()));
        return new DeadLetter(
                List.of(header(record, DeadLetterHeaders.STAGE, "unknown")),
                ShortReason.of(header(record, DeadLetterHeaders.REASON, "no reason was given")),
                topic,
                (int) number(record, DeadLetterHeaders.PARTITION, record.partition()),
                number(record, DeadLetterHeaders.OFFSET, record.offset()),
                record.key() == null ? null : new String(record.key(), UTF_8),
                frame(topic, record.value()),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static String originalTopic(String deadLetterTopic) {
        return Topics.ALL.stream()
                .filter(topic -> Topics.deadLetter(topic).equals(deadLetterTopic))
                .findFirst()
                .orElse(deadLetterTopic);
    }

    private static @Nullable FrameIngested frame(String topic, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return switch (topic) {
                case Topics.FRAMES -> EventCodec.fromJson(value, FrameIngested.class);
                case Topics.LAB_TENSORS, Topics.LESSONS ->
                    EventCodec.labTensor(value).frame();
                case Topics.COLORIZED -> EventCodec.frameColorized(value).frame();
                default -> null;
            };
        } catch (EventFormatException e) {
            return null; // the record may well be here because it cannot be read
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? otherwise : new String(header.value(), UTF_8);
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String name, long otherwise) {
        try {
            return Long.parseLong(header(record, name, Long.toString(otherwise)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
