package io.astrochrome.metrics.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * The stream: the truth and two topics of colours in, shown and unseen; scores and dead letters out. Values stay bytes, so
 * that poison cannot stop a source.
 */
final class ScoringTopology {
    private static final String TENSORS = "tensors";
    private static final String COLORIZED = "colorized";
    private static final String SHADOW = "shadow";
    private static final String SCORE = "score";

    /** What is scored: the truth, and what models made of the frames. */
    static final List<String> SOURCES = List.of(Topics.LAB_TENSORS, Topics.COLORIZED, Topics.COLORIZED_SHADOW);

    /** Where records of the sources go that cannot be scored. */
    static final List<String> DEAD_LETTERS =
            SOURCES.stream().map(Topics::deadLetter).toList();

    private ScoringTopology() {}

    static Topology of(ProcessorSupplier<byte[], byte[], byte[], byte[]> processors, int rememberedFrames) {
        var bytes = new ByteArrayDeserializer();
        var out = new ByteArraySerializer();
        Topology topology = new Topology()
                .addSource(TENSORS, bytes, bytes, Topics.LAB_TENSORS)
                .addSource(COLORIZED, bytes, bytes, Topics.COLORIZED)
                .addSource(SHADOW, bytes, bytes, Topics.COLORIZED_SHADOW)
                .addProcessor(SCORE, processors, TENSORS, COLORIZED, SHADOW)
                .addSink(ScoringProcessor.QUALITY, Topics.QUALITY, out, out, SCORE)
                .addSink(
                        ScoringProcessor.DEAD_LETTERS,
                        (key, value, context) -> Topics.deadLetter(givenUpFrom(context)),
                        out,
                        out,
                        SCORE);
        ScoringMemory.stores(rememberedFrames).forEach(store -> topology.addStateStore(store, SCORE));
        return topology;
    }

    private static String givenUpFrom(RecordContext context) {
        return new String(context.headers().lastHeader(DeadLetterHeaders.TOPIC).value(), UTF_8);
    }
}
