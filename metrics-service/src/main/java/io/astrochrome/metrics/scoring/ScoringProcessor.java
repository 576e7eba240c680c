package io.astrochrome.metrics.scoring;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
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
import org.jboss.logging.Logger;

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
    private Instant takenAt;
    private Instant writtenAt;

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
                coloursCame(EventCodec.frameColorized(present(record.value())), at.offset(), record.headers());
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
        for (long waiting : memory.arrived(frameId)) {
            if (truth.hasColour()) {
                catchUp(truth, waiting);
            }
        }
    }

    /** Scores what came before its truth. */
    private void catchUp(LabTensor truth, long colorizedOffset) {
        TopicPartition partition = partition(Topics.COLORIZED);
        Optional<ConsumerRecord<byte[], byte[]>> found = log.read(partition, colorizedOffset);
        if (found.isEmpty()) {
            LOG.warnf("%s at %d is gone from the log: it stays without a score", partition, colorizedOffset);
            return;
        }
        ConsumerRecord<byte[], byte[]> record = found.get();
        try {
            publish(truth, EventCodec.frameColorized(record.value()), record.headers());
        } catch (EventFormatException | UnscorableException e) {
            giveUp(
                    new Record<>(record.key(), record.value(), record.timestamp(), record.headers()),
                    partition,
                    colorizedOffset,
                    e);
        }
    }

    private void coloursCame(FrameColorized colorized, long offset, Headers headers)
            throws EventFormatException, UnscorableException {
        String frameId = colorized.frame().frameId();
        if (memory.isScored(frameId, colorized.modelId()) || memory.isColourless(frameId)) {
            return;
        }
        OptionalLong truth = memory.truthOffset(frameId);
        if (truth.isEmpty()) {
            memory.await(frameId, offset);
            return;
        }
        Optional<ConsumerRecord<byte[], byte[]>> record = log.read(partition(Topics.LAB_TENSORS), truth.getAsLong());
        if (record.isEmpty()) {
            LOG.warnf("the truth of frame %s is gone from the log: it stays without a score", frameId);
            return;
        }
        publish(EventCodec.labTensor(record.get().value()), colorized, headers);
    }

    private void publish(LabTensor truth, FrameColorized colorized, Headers headers) throws UnscorableException {
        String frameId = colorized.frame().frameId();
        if (memory.isScored(frameId, colorized.modelId())) {
            return;
        }
        FrameScored score;
        try (FrameSpan span = traces.stage("score", headers)) {
            span.of(frameId, colorized.frame().target());
            score = FrameScorer.score(truth, colorized, Instant.now());
            context.forward(OutgoingRecords.score(score, span.headers()), QUALITY);
        }
        memory.markScored(frameId, colorized.modelId(), score.scoredAt().toEpochMilli());
        listener.scored(score, Duration.between(writtenAt, takenAt), Duration.between(takenAt, score.scoredAt()));
        LOG.infof(
                "frame %s of %s by model %.12s: PSNR %.2f dB, gain over grey %.2f dB",
                frameId, score.target(), score.modelId(), score.psnrDecibels(), score.gainDecibels());
    }

    private void giveUp(Record<byte[], byte[]> record, TopicPartition from, long offset, Exception reason) {
        LOG.warnf("%s at %d goes to the dead letters: %s", from, offset, reason.getMessage());
        context.forward(OutgoingRecords.deadLetter(record, from, offset, reason.getMessage()), DEAD_LETTERS);
    }

    private TopicPartition partition(String topic) {
        return new TopicPartition(topic, context.taskId().partition());
    }

    private static byte[] present(byte[] value) throws EventFormatException {
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
