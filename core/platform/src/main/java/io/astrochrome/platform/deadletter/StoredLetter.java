package io.astrochrome.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.deadletter.ReplayHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record on a dead-letter topic, less its value.
 *
 * @param id where it lies, as {@code topic/partition/offset}
 * @param topic that the record was read from, and goes back to
 * @param source where the record lies there, as {@code topic/partition/offset}; the same for a record that several stages
 *     gave up
 * @param stage that gave it up, or {@code unknown}
 * @param reason for people
 * @param key of the record as text, the target of a frame; null where it has none
 * @param at when it was given up
 * @param attempts how often it had been put back before
 * @param replayedAt when this letter was put back; null where it was not
 */
public record StoredLetter(
        String id,
        String topic,
        String source,
        String stage,
        String reason,
        @Nullable String key,
        Instant at,
        int attempts,
        @Nullable Instant replayedAt) {
    static StoredLetter of(ConsumerRecord<byte[], byte[]> record, @Nullable Instant replayedAt) {
        String topic = header(record, DeadLetterHeaders.TOPIC, Topics.ofDeadLetters(record.topic()));
        String partition = header(record, DeadLetterHeaders.PARTITION, "?");
        String offset = header(record, DeadLetterHeaders.OFFSET, record.partition() + "-" + record.offset());
        return new StoredLetter(
                id(record),
                topic,
                topic + "/" + partition + "/" + offset,
                header(record, DeadLetterHeaders.STAGE, "unknown"),
                ShortReason.of(header(record, DeadLetterHeaders.REASON, "no reason was given")),
                record.key() == null ? null : new String(record.key(), UTF_8),
                Instant.ofEpochMilli(record.timestamp()),
                attempts(record),
                replayedAt);
    }

    static String id(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static int attempts(ConsumerRecord<?, ?> record) {
        try {
            return Integer.parseInt(header(record, ReplayHeaders.ATTEMPT, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? otherwise : new String(header.value(), UTF_8);
    }
}
