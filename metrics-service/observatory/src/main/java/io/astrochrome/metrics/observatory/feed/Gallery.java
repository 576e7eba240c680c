package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.platform.cache.BoundedMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The newest frames and dead letters. Thread-safe. Idempotent: the same events in any order and any number give the same
 * gallery, one item for each pair of frame and model.
 */
public final class Gallery {
    private final int maxItems;
    private final int maxDeadLetters;
    private final Map<String, FeedItem> items = new HashMap<>();
    private final Map<String, Integer> colouringsOfFrame = new HashMap<>();
    private final EarlyScores earlyScores;

    /** Exposures that are seen in pictures of others, or not at all. */
    private final Set<String> settled;

    private final Map<String, DeadLetter> letters = new HashMap<>();

    public Gallery(int maxItems, int maxDeadLetters) {
        this.maxItems = maxItems;
        this.maxDeadLetters = maxDeadLetters;
        this.earlyScores = new EarlyScores(maxItems);
        this.settled = Collections.newSetFromMap(BoundedMap.ofNewest(2 * maxItems));
    }

    /** A frame was taken in; only one that is to be coloured waits on the page. */
    public synchronized Optional<FeedItem> arrived(FrameIngested frame) {
        String frameId = frame.frameId();
        if (frame.purpose() != Purpose.LIVE
                || colouringsOfFrame.containsKey(frameId)
                || items.containsKey(frameId)
                || settled.contains(frameId)
                || isGivenUp(frameId)) {
            return Optional.empty();
        }
        return added(FeedItem.arrived(frame));
    }

    /** A frame was coloured. */
    public synchronized Optional<FeedItem> coloured(FrameColorized colorized) {
        String id = FeedItem.id(colorized.frame().frameId(), colorized.modelId());
        FeedItem before = items.get(id);
        if (before != null) {
            return before.isReplacedBy(colorized)
                    ? added(FeedItem.coloured(colorized, before.score()))
                    : Optional.empty();
        }
        items.remove(colorized.frame().frameId());
        colouringsOfFrame.merge(colorized.frame().frameId(), 1, Integer::sum);
        return added(FeedItem.coloured(colorized, earlyScores.remove(id)));
    }

    /** An exposure was judged; one that is not seen by itself waits no longer. */
    public synchronized void judged(SubJudged sub) {
        if (sub.shown() == SubShown.NOT_ITSELF) {
            settled.add(sub.frame().frameId());
            items.remove(sub.frame().frameId());
        }
    }

    /** A coloured frame was scored. */
    public synchronized Optional<FeedItem> scored(FrameScored scored) {
        String id = FeedItem.id(scored.frameId(), scored.modelId());
        Score score = Score.of(scored);
        FeedItem before = items.get(id);
        if (before == null) {
            earlyScores.put(id, score);
            return Optional.empty();
        }
        if (before.score() != null) {
            return Optional.empty();
        }
        FeedItem after = before.withScore(score);
        items.put(id, after);
        return Optional.of(after);
    }

    /** A record was given up; a frame that waited for it waits no longer. */
    public synchronized Optional<DeadLetter> givenUp(DeadLetter letter) {
        DeadLetter before = letters.get(letter.id());
        DeadLetter after = before == null ? letter : before.and(letter);
        if (after.equals(before)) {
            return Optional.empty();
        }
        letters.put(after.id(), after);
        if (after.frame() != null) {
            items.remove(after.frame().frameId());
        }
        if (letters.size() > maxDeadLetters) {
            letters.remove(
                    Collections.max(letters.values(), DeadLetter.NEWEST_FIRST).id());
        }
        return Optional.ofNullable(letters.get(after.id()));
    }

    /** The items that fit, newest first. */
    public synchronized List<FeedItem> newest(Predicate<FeedItem> wanted) {
        return items.values().stream()
                .filter(wanted)
                .sorted(FeedItem.NEWEST_FIRST)
                .toList();
    }

    /** The item of that frame and model, if the gallery still has it. */
    public synchronized Optional<FeedItem> find(String frameId, String modelId) {
        return Optional.ofNullable(items.get(FeedItem.id(frameId, modelId)));
    }

    /** What was given up, newest first. */
    public synchronized List<DeadLetter> deadLetters() {
        return letters.values().stream().sorted(DeadLetter.NEWEST_FIRST).toList();
    }

    private boolean isGivenUp(String frameId) {
        return letters.values().stream()
                .anyMatch(letter ->
                        letter.frame() != null && letter.frame().frameId().equals(frameId));
    }

    private Optional<FeedItem> added(FeedItem item) {
        items.put(item.id(), item);
        if (items.size() > maxItems) {
            forget(Collections.max(items.values(), FeedItem.NEWEST_FIRST));
        }
        return Optional.ofNullable(items.get(item.id()));
    }

    private void forget(FeedItem oldest) {
        items.remove(oldest.id());
        colouringsOfFrame.computeIfPresent(
                oldest.frame().frameId(), (frame, colourings) -> colourings > 1 ? colourings - 1 : null);
    }
}
