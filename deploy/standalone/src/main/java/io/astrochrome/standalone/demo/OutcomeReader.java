package io.astrochrome.standalone.demo;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what becomes of frames, from the moment of its construction on: nothing that is sent later is missed, nothing
 * that was there before is shown. Changes no group's position. Not thread-safe.
 */
public final class OutcomeReader implements AutoCloseable {
    /** As what it is known to the broker. */
    public static final String CLIENT_ID = "outcome-reader";

    private static final List<String> WATCHED = List.of(
            Topics.SUBS,
            Topics.COLORIZED,
            Topics.QUALITY,
            Topics.deadLetter(Topics.FRAMES),
            Topics.deadLetter(Topics.LAB_TENSORS));

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    /** What is worth a broker's answer before its time, where several outcomes may come together. */
    private static final int SEVERAL_BYTES = 1 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Hears of each outcome at once. */
    public OutcomeReader(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /** A reader that hears of several outcomes together, at most half a second later, and so takes less of the machine. */
    public static OutcomeReader ofSeveral(String bootstrapServers) {
        return new OutcomeReader(bootstrapServers, Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, SEVERAL_BYTES));
    }

    private OutcomeReader(String bootstrapServers, Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = TopicRights.of(TopicClient.DEMO).toRead(WATCHED).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The seek happens at the first look at the position.
        partitions.forEach(consumer::position);
    }

    /** What has happened since the last call; waits up to {@code patience} for something. */
    public List<FrameOutcome> read(Duration patience) {
        var outcomes = new ArrayList<FrameOutcome>();
        for (var record : consumer.poll(patience)) {
            outcomes.add(outcome(record));
        }
        return outcomes;
    }

    private static FrameOutcome outcome(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.COLORIZED)) {
                return new FrameOutcome.Coloured(EventCodec.frameColorized(record.value()));
            }
            if (record.topic().equals(Topics.SUBS)) {
                return new FrameOutcome.Judged(EventCodec.fromJson(record.value(), SubJudged.class));
            }
            if (record.topic().equals(Topics.QUALITY)) {
                return new FrameOutcome.Scored(EventCodec.fromJson(record.value(), FrameScored.class));
            }
        } catch (EventFormatException e) {
            return new FrameOutcome.Quarantined("", "reader of " + record.topic(), String.valueOf(e.getMessage()));
        }
        return new FrameOutcome.Quarantined(
                frameId(record), header(record, DeadLetterHeaders.STAGE), header(record, DeadLetterHeaders.REASON));
    }

    private static String frameId(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.topic().equals(Topics.deadLetter(Topics.FRAMES))
                    ? EventCodec.fromJson(record.value(), FrameIngested.class).frameId()
                    : EventCodec.labTensor(record.value()).frame().frameId();
        } catch (EventFormatException e) {
            return "";
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "unknown" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_PATIENCE));
    }
}
