package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.TargetNight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A target's night that is at hand: its stacks, its journal, and what of it was shown. Not thread-safe but for the snapshot,
 * which is replaced from another thread.
 */
final class Night {
    /** A pause between pictures is so many times as long as the last one took. */
    private static final int PAUSE = 5;

    private final String target;
    private final Instant begunAt;
    private final TargetNight stacks;
    private final List<SubJudged> journal;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<FilterRole, Integer> shownDepths = new EnumMap<>(FilterRole.class);
    private Instant shownAt = Instant.EPOCH;
    private Duration pictureTook = Duration.ZERO;
    private Instant addedAt = Instant.EPOCH;
    private boolean unshown;
    private boolean composing;
    private Wish wish = Wish.NONE;
    private volatile Snapshot snapshot;

    Night(String target, TargetNight stacks, List<SubJudged> journal, Snapshot snapshot) {
        this.target = target;
        this.begunAt = snapshot.begunAt();
        this.stacks = stacks;
        this.journal = new ArrayList<>(journal);
        this.snapshot = snapshot;
        for (int i = 0; i < journal.size(); i++) {
            byId.put(journal.get(i).frame().frameId(), i);
        }
    }

    String target() {
        return target;
    }

    Instant begunAt() {
        return begunAt;
    }

    TargetNight stacks() {
        return stacks;
    }

    List<SubJudged> journal() {
        return journal;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void covered(Snapshot by) {
        snapshot = by;
    }

    /** Exposures that a crash now would have stacked again. */
    int uncovered() {
        return journal.size() - snapshot.covered();
    }

    /** The index of an exposure's entry; -1 where it is new. */
    int indexOf(FrameIngested frame) {
        return byId.getOrDefault(frame.frameId(), -1);
    }

    /** Adds an entry, or replaces the one of the same exposure. */
    int note(SubJudged judged) {
        int index = byId.computeIfAbsent(judged.frame().frameId(), id -> journal.size());
        if (index == journal.size()) {
            journal.add(judged);
        } else {
            journal.set(index, judged);
        }
        return index;
    }

    /** The index of the newest exposure that is stacked; -1 where none is. */
    int newest() {
        for (int i = journal.size() - 1; i >= 0; i--) {
            if (journal.get(i).place() == SubPlace.STACKED) {
                return i;
            }
        }
        return -1;
    }

    /** The ids of those that are stacked, in their order. */
    List<String> stackedIds() {
        return journal.stream()
                .filter(sub -> sub.place() == SubPlace.STACKED)
                .map(sub -> sub.frame().frameId())
                .toList();
    }

    Set<String> takenOut() {
        return journal.stream()
                .filter(sub -> sub.place() == SubPlace.TAKEN_OUT)
                .map(sub -> sub.frame().frameId())
                .collect(Collectors.toSet());
    }

    /** Those of some ids that are exposures of this night which could be in a stack. */
    Set<String> stackedOrTakenOut(Set<String> ids) {
        return ids.stream()
                .filter(byId::containsKey)
                .filter(id -> journal.get(Objects.requireNonNull(byId.get(id)))
                        .place()
                        .isStackable())
                .collect(Collectors.toSet());
    }

    void added(Instant at) {
        addedAt = at;
        unshown = true;
    }

    /**
     * Whether a picture is to be made because a role has reached the next depth. Pictures keep so far apart that making them takes a
     * small part of the time, and one at a time is made: exposures that come quickly are stacked before they are looked at.
     */
    boolean hasGrown(FilterRole role, int depth, Instant now, StackSettings settings) {
        return !composing
                && Depths.stepOf(depth) > Depths.stepOf(shownDepths.getOrDefault(role, 0))
                && !now.isBefore(shownAt.plus(settings.pictureEvery()))
                && !now.isBefore(shownAt.plus(pictureTook.multipliedBy(PAUSE)));
    }

    /** Whether there is something that no picture shows, and none is being made. */
    boolean isUnshown() {
        return unshown;
    }

    /** Whether there is something that no picture shows, and no exposure has come for a while. */
    boolean isOverdue(Instant now, StackSettings settings) {
        return unshown && !now.isBefore(addedAt.plus(settings.pictureEvery()));
    }

    /** @param took to make the picture */
    void composed(Instant at, Duration took) {
        shownAt = at;
        pictureTook = took;
        composing = false;
    }

    /** A picture that was to show what is stacked did not. */
    void notShown(Instant at) {
        composing = false;
        added(at);
    }

    /** Whether the newest picture, if there is one, was coloured otherwise than is wanted. */
    boolean isWantedOtherwise(Wish wanted) {
        return !composing && !shownAt.equals(Instant.EPOCH) && !wish.equals(wanted);
    }

    /** A picture will show what is stacked by now. */
    void shown(Instant at, Wish wanted) {
        shownAt = at;
        wish = wanted;
        composing = true;
        unshown = false;
        for (FilterRole role : FilterRole.values()) {
            shownDepths.put(role, stacks.depth(role));
        }
    }
}
