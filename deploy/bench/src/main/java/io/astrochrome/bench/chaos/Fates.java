package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.OutcomeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of each frame, read from the topics from outside. Not thread-safe. */
final class Fates implements AutoCloseable {
    private final OutcomeReader outcomes;
    private final Map<String, Integer> coloured = new HashMap<>();
    private final Map<String, List<String>> order = new HashMap<>();
    private final Set<String> pictures = new TreeSet<>();
    private final Map<String, String> putAside = new HashMap<>();
    private int nameless;

    Fates(String bootstrapServers) {
        outcomes = new OutcomeReader(bootstrapServers);
    }

    /** Looks at what has come; waits for a moment where nothing has. */
    void look() {
        for (var outcome : outcomes.read(Duration.ofMillis(200))) {
            if (outcome instanceof FrameOutcome.Coloured one) {
                coloured.merge(one.frameId(), 1, Integer::sum);
                order.computeIfAbsent(one.event().frame().target(), target -> new ArrayList<>())
                        .add(one.event().frame().fileName());
                pictures.add(one.event().pictures().png().key());
            } else if (outcome instanceof FrameOutcome.Quarantined one) {
                if (one.frameId().isEmpty()) {
                    nameless++;
                } else {
                    putAside.put(one.frameId(), one.reason());
                }
            }
        }
    }

    /** Those that were neither coloured nor put aside. */
    long lost(List<String> ids) {
        return ids.stream()
                .filter(id -> !coloured.containsKey(id) && !putAside.containsKey(id))
                .count();
    }

    /** Those that were not coloured. */
    long uncoloured(List<String> ids) {
        return ids.stream().filter(id -> !coloured.containsKey(id)).count();
    }

    /** Those that were not put aside for a reason, or that were coloured. */
    long notPutAside(List<String> ids) {
        return ids.stream()
                .filter(id -> coloured.containsKey(id)
                        || putAside.getOrDefault(id, "").isBlank())
                .count();
    }

    /** How many pictures there are too many. */
    long doubled() {
        return coloured.values().stream().mapToLong(times -> times - 1).sum();
    }

    /** Pictures that came before one of an earlier frame of their target; frames are called in their order. */
    long outOfOrder() {
        var wrong = 0;
        for (var names : order.values()) {
            var latest = "";
            for (var name : names) {
                wrong += name.compareTo(latest) < 0 ? 1 : 0;
                latest = name.compareTo(latest) > 0 ? name : latest;
            }
        }
        return wrong;
    }

    /** Records that were put aside though nobody could say whose they are. */
    int nameless() {
        return nameless;
    }

    /** Where the pictures are. */
    Set<String> pictures() {
        return pictures;
    }

    @Override
    public void close() {
        outcomes.close();
    }
}
