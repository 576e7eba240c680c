package io.astrochrome.metrics.scoring;

import io.astrochrome.events.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What the join of one partition remembers: offsets and ids, never planes, the newest frames only. It is kept in memory
 * and in a changelog topic, from which a restarted or moved task has it back.
 */
final class ScoringMemory {
    private static final String TRUTHS = "truths";
    private static final String WAITING = "waiting";
    private static final String SCORED = "scored";
    private static final long NO_COLOUR = -1;
    private static final char AT = '@';

    private final KeyValueStore<String, Long> truths;
    private final KeyValueStore<String, String> waiting;
    private final KeyValueStore<String, Long> scored;

    ScoringMemory(ProcessorContext<?, ?> context) {
        truths = context.getStateStore(TRUTHS);
        waiting = context.getStateStore(WAITING);
        scored = context.getStateStore(SCORED);
    }

    /** The stores that a processor with such a memory needs, each of at most {@code frames} entries a partition. */
    static List<StoreBuilder<?>> stores(int frames) {
        return List.of(
                Stores.keyValueStoreBuilder(Stores.lruMap(TRUTHS, frames), Serdes.String(), Serdes.Long()),
                Stores.keyValueStoreBuilder(Stores.lruMap(WAITING, frames), Serdes.String(), Serdes.String()),
                Stores.keyValueStoreBuilder(Stores.lruMap(SCORED, frames), Serdes.String(), Serdes.Long()));
    }

    void truth(String frameId, long offset) {
        truths.put(frameId, offset);
    }

    void noColour(String frameId) {
        truths.put(frameId, NO_COLOUR);
    }

    /** Whether the frame's tensor has come by and had no colour. */
    boolean isColourless(String frameId) {
        Long offset = truths.get(frameId);
        return offset != null && offset == NO_COLOUR;
    }

    /** Where the frame's truth lies in the log. */
    OptionalLong truthOffset(String frameId) {
        Long offset = truths.get(frameId);
        return offset == null || offset == NO_COLOUR ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Colours came before their truth. */
    void await(String frameId, String topic, long offset) {
        String before = waiting.get(frameId);
        String place = (topic.equals(Topics.COLORIZED) ? "" : topic + AT) + offset;
        waiting.put(frameId, before == null ? place : before + "," + place);
    }

    /** The colours that waited for that truth; they wait no longer. */
    List<Place> arrived(String frameId) {
        String places = waiting.delete(frameId);
        return places == null
                ? List.of()
                : Arrays.stream(places.split(",", -1)).map(Place::parse).toList();
    }

    /** Where colours lie in the log, in the partition of their target's number. */
    record Place(String topic, long offset) {
        static Place parse(String text) {
            int at = text.indexOf(AT);
            return at < 0
                    ? new Place(Topics.COLORIZED, Long.parseLong(text))
                    : new Place(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
        }
    }

    /** Whether the model's colours of the frame have a score. */
    boolean isScored(String frameId, String modelId) {
        return scored.get(frameId + "/" + modelId) != null;
    }

    void markScored(String frameId, String modelId, long atEpochMillis) {
        scored.put(frameId + "/" + modelId, atEpochMillis);
    }
}
