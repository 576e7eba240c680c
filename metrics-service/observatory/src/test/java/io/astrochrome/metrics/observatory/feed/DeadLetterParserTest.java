package io.astrochrome.metrics.observatory.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.metrics.sample.SampleFrame;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterParserTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final int LONGEST_REASON = 2000;
    private static final SampleFrame SKY =
            SampleFrame.of("M 42", "light.fits", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), NIGHT);

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value, Map<String, String> headers) {
        RecordHeaders own = new RecordHeaders();
        headers.forEach((name, text) -> own.add(name, text.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                topic,
                3,
                77,
                NIGHT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "M 42".getBytes(UTF_8),
                value,
                own,
                Optional.empty());
    }

    @Test
    void saysWhereTheRecordCameFromAndWhoGaveItUpAndWhy() {
        DeadLetter letter = DeadLetterParser.parse(record(
                Topics.deadLetter(Topics.FRAMES),
                EventCodec.toJson(SKY.frame()),
                Map.of(
                        DeadLetterHeaders.STAGE, "preprocess",
                        DeadLetterHeaders.REASON, "light.fits: NAXIS1 is missing",
                        DeadLetterHeaders.TOPIC, Topics.FRAMES,
                        DeadLetterHeaders.PARTITION, "1",
                        DeadLetterHeaders.OFFSET, "8589934592")));

        assertThat(letter.stages()).containsExactly("preprocess");
        assertThat(letter.reason()).isEqualTo("light.fits: NAXIS1 is missing");
        assertThat(letter.id()).isEqualTo("frames.v1/1/8589934592");
        assertThat(letter.key()).isEqualTo("M 42");
        assertThat(letter.frame()).isEqualTo(SKY.frame());
        assertThat(letter.at()).isEqualTo(NIGHT);
    }

    @Test
    void takesTheRecordsOwnPlaceWhereNoHeaderSaysAnother() {
        DeadLetter letter = DeadLetterParser.parse(record(Topics.deadLetter(Topics.SUBS), new byte[0], Map.of()));

        assertThat(letter.id()).isEqualTo("subs.v1/3/77");
        assertThat(letter.stages()).containsExactly("unknown");
        assertThat(letter.reason()).isEqualTo("no reason was given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5", "99999999999999999999"})
    void takesTheRecordsOwnPlaceWhereAHeaderIsNoNumber(String number) {
        DeadLetter letter = DeadLetterParser.parse(record(
                Topics.deadLetter(Topics.FRAMES),
                new byte[0],
                Map.of(DeadLetterHeaders.PARTITION, number, DeadLetterHeaders.OFFSET, number)));

        assertThat(letter.id()).isEqualTo("frames.v1/3/77");
    }

    @Test
    void aTopicOfNobodysStaysAsItIs() {
        DeadLetter letter = DeadLetterParser.parse(
                record("strange.dlq", SKY.frame().toString().getBytes(UTF_8), Map.of()));

        assertThat(letter.topic()).isEqualTo("strange.dlq");
        assertThat(letter.frame()).isNull();
    }

    @Test
    void findsTheFrameInWhateverRecordHasOne() {
        byte[] tensor = EventCodec.toBytes(SKY.tensor());

        assertThat(frameOf(Topics.FRAMES, EventCodec.toJson(SKY.frame()))).isEqualTo(SKY.frame());
        assertThat(frameOf(Topics.LAB_TENSORS, tensor)).isEqualTo(SKY.frame());
        assertThat(frameOf(Topics.LESSONS, tensor)).isEqualTo(SKY.frame());
        assertThat(frameOf(Topics.COLORIZED, EventCodec.toBytes(SKY.colorized(SampleFrame.MODEL, 0.5))))
                .isEqualTo(SKY.frame());
        assertThat(frameOf(Topics.COLORIZED, tensor)).as("another's record").isNull();
        assertThat(frameOf(Topics.FRAMES, null)).as("a record without a value").isNull();
    }

    private static Object frameOf(String topic, byte[] value) {
        return DeadLetterParser.parse(record(Topics.deadLetter(topic), value, Map.of()))
                .frame();
    }

    @Test
    void aRecordWithoutAKeyHasNone() {
        assertThat(DeadLetterParser.parse(new ConsumerRecord<>(Topics.deadLetter(Topics.FRAMES), 0, 0, null, null))
                        .key())
                .isNull();
    }

    @Test
    void theLastOfSeveralHeadersCounts() {
        ConsumerRecord<byte[], byte[]> twice =
                record(Topics.deadLetter(Topics.FRAMES), null, Map.of(DeadLetterHeaders.STAGE, "preprocess"));
        twice.headers().add(DeadLetterHeaders.STAGE, "metrics".getBytes(UTF_8));

        assertThat(DeadLetterParser.parse(twice).stages()).containsExactly("metrics");
    }

    @ParameterizedTest
    @CsvSource({"1999, 1999", "2000, 2000", "2001, 2001", "100000, 2001"})
    void aLongReasonIsCutAndSaysSo(int length, int shown) {
        String reason = parsed("x".repeat(length)).reason();

        assertThat(reason).hasSize(shown);
        assertThat(reason.endsWith("…")).isEqualTo(length > LONGEST_REASON);
    }

    /** A character outside the basic plane is two chars, which must not be parted: half of one is no text in UTF-8. */
    @Test
    void aReasonIsNotCutWithinACharacter() {
        String telescope = "\uD83D\uDD2D";
        DeadLetter letter = parsed("x".repeat(LONGEST_REASON - 1) + telescope.repeat(10));

        assertThat(UTF_8.newEncoder().canEncode(letter.reason())).isTrue();
        assertThat(letter.reason()).hasSize(LONGEST_REASON).endsWith("x…");
        assertThatCode(() -> new ObjectMapper().writeValueAsBytes(letter.reason()))
                .doesNotThrowAnyException();
    }

    private static DeadLetter parsed(String reason) {
        return DeadLetterParser.parse(
                record(Topics.deadLetter(Topics.FRAMES), null, Map.of(DeadLetterHeaders.REASON, reason)));
    }

    @Property(tries = 300)
    void whateverTheyHoldIsALetter(@ForAll("topics") String topic, @ForAll byte[] value, @ForAll String header) {
        DeadLetter letter = DeadLetterParser.parse(record(
                topic,
                value,
                Map.of(
                        DeadLetterHeaders.TOPIC, header,
                        DeadLetterHeaders.STAGE, header,
                        DeadLetterHeaders.OFFSET, header,
                        DeadLetterHeaders.PARTITION, header)));

        assertThat(letter.frame()).isNull();
        assertThat(letter.stages()).hasSize(1);
    }

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.of(Topics.ALL).map(Topics::deadLetter);
    }
}
