package io.astrochrome.preprocess.stack;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.imaging.night.TargetNight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A night's stacks, made anew without some of its exposures while the night goes on: those that have come meanwhile are stacked when it
 * takes the night's place. Worked on by one thread at a time.
 */
final class Rebuilding {
    private final Instant begunAt;
    private final Set<String> takenOut;
    private final TargetNight stacks;
    private final BiFunction<TargetNight, SubJudged, SubJudged> again;
    private final List<SubJudged> journal = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * Of the night that was begun then.
     *
     * @param stacks empty ones
     * @param again stacks an exposure again, and says what became of it
     */
    Rebuilding(
            Instant begunAt,
            Set<String> takenOut,
            TargetNight stacks,
            BiFunction<TargetNight, SubJudged, SubJudged> again) {
        this.begunAt = begunAt;
        this.takenOut = takenOut;
        this.stacks = stacks;
        this.again = again;
    }

    /** Whether this is what is wanted of the night. */
    boolean suits(Night night, Set<String> wanted) {
        return begunAt.equals(night.begunAt()) && takenOut.equals(wanted);
    }

    /** Stacks the entries of a journal that are not stacked yet, in their order, until it is stopped. */
    void stack(List<SubJudged> entries) {
        for (int i = journal.size(); i < entries.size() && !stopped; i++) {
            journal.add(again.apply(stacks, entries.get(i)));
        }
    }

    /** Ends {@link #stack} after the exposure that it is at. */
    void stop() {
        stopped = true;
    }

    /** Whether it was stopped, so that some exposures are perhaps not stacked. */
    boolean isStopped() {
        return stopped;
    }

    TargetNight stacks() {
        return stacks;
    }

    /** What became of the exposures, with how the journal says by now that they were shown. */
    List<SubJudged> journal(List<SubJudged> entries) {
        List<SubJudged> judged = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SubJudged entry = entries.get(i);
            SubJudged now = journal.get(i);
            judged.add(entry.place() == now.place() ? entry : entry.movedTo(now.place(), now.reason()));
        }
        return judged;
    }
}
