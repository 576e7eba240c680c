package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.platform.cache.BoundedMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of exposures, by target, as the log said it last. Thread-safe; the same events in any number give the same. Of
 * the targets that were heard of longest ago, and of a target's oldest exposures, nothing is kept.
 */
@ApplicationScoped
public class NightLog {
    private static final int TARGETS = 64;
    private static final int SUBS = 5000;

    private final Map<String, Map<String, SubJudged>> targets = BoundedMap.ofLastUsed(TARGETS);

    /** An exposure was judged, or is seen otherwise than before. */
    public synchronized void heard(SubJudged sub) {
        targets.computeIfAbsent(sub.frame().target(), target -> BoundedMap.ofNewest(SUBS))
                .put(sub.frame().frameId(), sub);
    }

    /** A target's exposures in their order; none where nothing was heard of it. */
    public synchronized List<SubJudged> subs(String target) {
        Map<String, SubJudged> subs = targets.get(target);
        return subs == null ? List.of() : new ArrayList<>(subs.values());
    }
}
