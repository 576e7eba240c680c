package io.astrochrome.metrics.observatory.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scores of colourings that are not known yet: the newest, in whatever order they come. For one thread. */
final class EarlyScores {
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing((Entry entry) -> entry.score.scoredAt()).thenComparing(Entry::id);

    private final int most;
    private final Map<String, Score> scores = new HashMap<>();
    private final TreeSet<Entry> byAge = new TreeSet<>(OLDEST_FIRST);

    private record Entry(String id, Score score) {}

    EarlyScores(int most) {
        this.most = most;
    }

    void put(String id, Score score) {
        remove(id);
        scores.put(id, score);
        byAge.add(new Entry(id, score));
        if (byAge.size() > most) {
            scores.remove(byAge.pollFirst().id);
        }
    }

    /** The score of that id, which is known no longer; null where there is none. */
    @Nullable Score remove(String id) {
        Score score = scores.remove(id);
        if (score != null) {
            byAge.remove(new Entry(id, score));
        }
        return score;
    }
}
