package io.astrochrome.metrics.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** The records that leave this stage: scores as CloudEvents in binary mode, and dead letters. */
final class OutgoingRecords {
    /** The name of this stage on dead letters. */
    static final String STAGE = "metrics";

    private static final String SOURCE = "/astrochrome/metrics-service";

    private OutgoingRecords() {}

    /**
     * A score, keyed by target; its id is the frame's and the model's, so that a repeated one is recognised.
     *
     * @param more headers beside the event's own, such as those of a trace
     */
    static Record<byte[], byte[]> score(FrameScored score, Map<String, String> more) {
        Headers headers = new RecordHeaders()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", (score.frameId() + "/" + score.modelId()).getBytes(UTF_8))
                .add("ce_source", SOURCE.getBytes(UTF_8))
                .add("ce_type", EventType.FRAME_SCORED.cloudEventsType().getBytes(UTF_8))
                .add("ce_time", score.scoredAt().toString().getBytes(UTF_8))
                .add("content-type", EventType.FRAME_SCORED.mediaType().getBytes(UTF_8));
        more.forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return new Record<>(
                score.target().getBytes(UTF_8),
                EventCodec.toJson(score),
                score.scoredAt().toEpochMilli(),
                headers);
    }

    /** The record as it was, with where it came from and why it was given up. */
    static Record<byte[], byte[]> deadLetter(
            Record<byte[], byte[]> record, TopicPartition from, long offset, String reason) {
        Headers headers = new RecordHeaders(record.headers())
                .add(DeadLetterHeaders.STAGE, STAGE.getBytes(UTF_8))
                .add(DeadLetterHeaders.REASON, reason.getBytes(UTF_8))
                .add(DeadLetterHeaders.TOPIC, from.topic().getBytes(UTF_8))
                .add(
                        DeadLetterHeaders.PARTITION,
                        Integer.toString(from.partition()).getBytes(UTF_8))
                .add(DeadLetterHeaders.OFFSET, Long.toString(offset).getBytes(UTF_8));
        return record.withHeaders(headers);
    }
}
