package io.astrochrome.metrics.scoring;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Scores each pair of frame and model once, in whatever order truth and colours arrive. At-least-once: after a crash a
 * score may be published again, with the same id and the same figures. A record that cannot be read or scored becomes a
 * dead letter, and the next one is taken.
 *
 * <p>Both topics are keyed by target, so that a frame's two records lie in partitions of the same number and one task
 * sees both.
 */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    static final String QUALITY = "quality";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(ScoringProcessor.class);

    private final Supplier<LogReader> logReaders;
    private final ScoredFrames listener;
    private final Traces traces;
    private final Runnable heartbeat;
    private ProcessorContext<byte[], byte[]> context;
    private ScoringMemory memory;
    private LogReader log;
    private Instant takenAt = Instant.EPOCH;
    private Instant writtenAt = Instant.EPOCH;

    ScoringProcessor(Supplier<LogReader> logReaders, ScoredFrames listener, Traces traces, Runnable heartbeat) {
        this.logReaders = logReaders;
        this.listener = listener;
        this.traces = traces;
        this.heartbeat = heartbeat;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        memory = new ScoringMemory(processorContext);
        log = logReaders.get();
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> heartbeat.run());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        heartbeat.run();
        takenAt = Instant.now();
        writtenAt = Instant.ofEpochMilli(record.timestamp());
        var at = context.recordMetadata().orElseThrow();
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        try {
            if (at.topic().equals(Topics.LAB_TENSORS)) {
                truthCame(EventCodec.labTensor(present(record.value())), at.offset());
            } else {
                coloursCame(Colours.read(at.topic(), present(record.value())), at, record.headers());
            }
        } catch (EventFormatException | UnscorableException e) {
            giveUp(record, partition, at.offset(), e);
        }
    }

    private void truthCame(LabTensor truth, long offset) {
        String frameId = truth.frame().frameId();
        if (truth.hasColour()) {
            memory.truth(frameId, offset);
        } else {
            memory.noColour(frameId);
        }
        for (ScoringMemory.Place waiting : memory.arrived(frameId)) {
            if (truth.hasColour()) {
                catchUp(truth, partition(waiting.topic()), waiting.offset());
            }
        }
    }

    /** Scores what came before its truth. */
    private void catchUp(LabTensor truth, TopicPartition partition, long offset) {
        Optional<ConsumerRecord<byte[], byte[]>> found = log.record(partition, offset);
        if (found.isEmpty()) {
            LOG.warnf("%s at %d is gone from the log: it stays without a score", partition, offset);
            return;
        }
        ConsumerRecord<byte[], byte[]> record = found.get();
        try {
            publish(truth, Colours.read(partition.topic(), record.value()), record.headers());
        } catch (EventFormatException | UnscorableException e) {
            giveUp(
                    new Record<>(record.key(), record.value(), record.timestamp(), record.headers()),
                    partition,
                    offset,
                    e);
        }
    }

    private void coloursCame(Colours colours, RecordMetadata at, Headers headers)
            throws EventFormatException, UnscorableException {
        String frameId = colours.frameId();
        if (memory.isScored(frameId, colours.modelId()) || memory.isColourless(frameId)) {
            return;
        }
        OptionalLong truth = memory.truthOffset(frameId);
        if (truth.isEmpty()) {
            memory.await(frameId, at.topic(), at.offset());
            return;
        }
        Optional<ConsumerRecord<byte[], byte[]>> record = log.record(partition(Topics.LAB_TENSORS), truth.getAsLong());
        if (record.isEmpty()) {
            LOG.warnf("the truth of frame %s is gone from the log: it stays without a score", frameId);
            return;
        }
        publish(EventCodec.labTensor(record.get().value()), colours, headers);
    }

    private void publish(LabTensor truth, Colours colours, Headers headers) throws UnscorableException {
        String frameId = colours.frameId();
        if (memory.isScored(frameId, colours.modelId())) {
            return;
        }
        FrameScored score;
        try (FrameSpan span = traces.stage("score", headers)) {
            span.of(frameId, colours.frame().target());
            score = FrameScorer.score(truth, colours, Instant.now());
            context.forward(OutgoingRecords.score(score, span.headers()), QUALITY);
        }
        memory.markScored(frameId, colours.modelId(), score.scoredAt().toEpochMilli());
        listener.scored(score, Duration.between(writtenAt, takenAt), Duration.between(takenAt, score.scoredAt()));
        LOG.infof(
                "frame %s of %s by model %.12s: PSNR %.2f dB, gain over grey %.2f dB",
                frameId, score.target(), score.modelId(), score.psnrDecibels(), score.gainDecibels());
    }

    private void giveUp(Record<byte[], byte[]> record, TopicPartition from, long offset, Exception reason) {
        LOG.warnf("%s at %d goes to the dead letters: %s", from, offset, String.valueOf(reason.getMessage()));
        context.forward(
                OutgoingRecords.deadLetter(record, from, offset, String.valueOf(reason.getMessage())), DEAD_LETTERS);
    }

    private TopicPartition partition(String topic) {
        return new TopicPartition(topic, context.taskId().partition());
    }

    private static byte[] present(byte @Nullable [] value) throws EventFormatException {
        if (value == null) {
            throw new EventFormatException("the record has no value", null);
        }
        return value;
    }

    @Override
    public void close() {
        log.close();
    }
}
