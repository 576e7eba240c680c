package io.astrochrome.metrics.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class OutgoingRecordsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00.250Z");
    private static final String FRAME = SampleFrame.sha256("a frame");
    private static final FrameScored SCORE = new FrameScored(
            FRAME, "Nébuleuse", Purpose.LIVE, SampleFrame.MODEL, 31, 28, 1e-3, 2e-3, 0.9, 0.8, 4, 6, 0.8, NIGHT);

    private static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Test
    void aScoreIsACloudEventOfItsTargetThatIsKnownByFrameAndModel() throws EventFormatException {
        Record<byte[], byte[]> record = OutgoingRecords.score(SCORE, Map.of());

        assertThat(new String(record.key(), UTF_8)).isEqualTo("Nébuleuse");
        assertThat(EventCodec.fromJson(record.value(), FrameScored.class)).isEqualTo(SCORE);
        assertThat(record.timestamp()).isEqualTo(NIGHT.toEpochMilli());
        assertThat(header(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record.headers(), "ce_id")).isEqualTo(FRAME + "/" + SampleFrame.MODEL);
        assertThat(header(record.headers(), "ce_source")).isEqualTo("/astrochrome/metrics-service");
        assertThat(header(record.headers(), "ce_time")).isEqualTo("2026-11-22T20:00:00.250Z");
        assertThat(header(record.headers(), "content-type")).isEqualTo("application/json");
    }

    @Test
    void aScoreThatIsPublishedAgainIsTheSame() {
        Record<byte[], byte[]> one = OutgoingRecords.score(SCORE, Map.of());
        Record<byte[], byte[]> again = OutgoingRecords.score(SCORE, Map.of());

        assertThat(again.value()).isEqualTo(one.value());
        assertThat(again.headers()).isEqualTo(one.headers());
    }

    @Test
    void aScoreCarriesItsTraceBesideWhatItSays() {
        Record<byte[], byte[]> record = OutgoingRecords.score(SCORE, Map.of("traceparent", "00-a-b-01"));

        assertThat(header(record.headers(), "traceparent")).isEqualTo("00-a-b-01");
        assertThat(header(record.headers(), "ce_id")).isNotNull();
    }

    @Test
    void aDeadLetterIsTheRecordAsItWasWithWhereItLayAndWhyItIsHere() {
        Headers own = new RecordHeaders().add("ce_id", "one".getBytes(UTF_8));
        Record<byte[], byte[]> record = new Record<>("M 42".getBytes(UTF_8), new byte[] {1, 2}, 12_345, own);

        Record<byte[], byte[]> letter = OutgoingRecords.deadLetter(
                record, new TopicPartition(Topics.COLORIZED, 7), 8_589_934_592L, "it is cut off");

        assertThat(letter.key()).isSameAs(record.key());
        assertThat(letter.value()).isSameAs(record.value());
        assertThat(letter.timestamp()).isEqualTo(12_345);
        assertThat(header(letter.headers(), "ce_id")).isEqualTo("one");
        assertThat(header(letter.headers(), DeadLetterHeaders.STAGE)).isEqualTo("metrics");
        assertThat(header(letter.headers(), DeadLetterHeaders.REASON)).isEqualTo("it is cut off");
        assertThat(header(letter.headers(), DeadLetterHeaders.TOPIC)).isEqualTo(Topics.COLORIZED);
        assertThat(header(letter.headers(), DeadLetterHeaders.PARTITION)).isEqualTo("7");
        assertThat(header(letter.headers(), DeadLetterHeaders.OFFSET)).isEqualTo("8589934592");
        assertThat(own.toArray()).as("the record's own headers").hasSize(1);
    }

    @Test
    void ofARecordThatWasADeadLetterBeforeTheNewestPlaceCounts() {
        TopicPartition shown = new TopicPartition(Topics.COLORIZED, 0);
        Record<byte[], byte[]> record = new Record<>(null, null, 0, new RecordHeaders());

        Record<byte[], byte[]> twice = OutgoingRecords.deadLetter(
                OutgoingRecords.deadLetter(record, shown, 1, "first"),
                new TopicPartition(Topics.LAB_TENSORS, 2),
                3,
                "then");

        assertThat(header(twice.headers(), DeadLetterHeaders.TOPIC)).isEqualTo(Topics.LAB_TENSORS);
        assertThat(header(twice.headers(), DeadLetterHeaders.OFFSET)).isEqualTo("3");
        assertThat(header(twice.headers(), DeadLetterHeaders.REASON)).isEqualTo("then");
    }
}
