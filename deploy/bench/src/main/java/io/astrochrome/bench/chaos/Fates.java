package io.astrochrome.bench.chaos;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
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
    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, SubJudged> judged = new HashMap<>();
    private final Map<String, FrameColorized> latest = new HashMap<>();
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
                shown.merge(one.event().pictureId(), 1, Integer::sum);
                latest.put(one.event().frame().target(), one.event());
            } else if (outcome instanceof FrameOutcome.Judged one) {
                judged.put(one.frameId(), one.event());
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

    /** Exposures of which nobody said what became of them. */
    long unjudged(List<String> ids) {
        return ids.stream()
                .filter(id -> !judged.containsKey(id) && !putAside.containsKey(id))
                .count();
    }

    /** How many exposures that are in a stack their night's latest picture is without, or has too many. */
    int notInPicture() {
        var stacked = new HashMap<String, Integer>();
        judged.values().stream()
                .filter(sub -> sub.place() == SubPlace.STACKED)
                .forEach(sub -> stacked.merge(sub.frame().target(), 1, Integer::sum));
        var wrong = 0;
        for (var night : stacked.entrySet()) {
            wrong += Math.abs(night.getValue() - depth(night.getKey()));
        }
        return wrong;
    }

    private int depth(String target) {
        var picture = latest.get(target);
        if (picture == null) {
            return 0;
        }
        return picture.stack() == null ? 1 : picture.stack().depth();
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
        return shown.values().stream().mapToLong(times -> times - 1).sum();
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
