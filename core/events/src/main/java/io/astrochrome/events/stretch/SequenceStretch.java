package io.astrochrome.events.stretch;

import io.astrochrome.events.FramePosition;
import io.astrochrome.events.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of a sequence and how it came to be: what is kept in the object store. Every frame that changes anything is
 * named in it, so that a frame which is delivered again finds what it found before.
 *
 * @param changes oldest first, at least one; the oldest of many are forgotten
 * @param outside the newest frames running that the stretch does not suit
 * @param newest the newest frame that changed this record
 * @param heededReset when the newest request was made that has been followed; null where there was none
 */
public record SequenceStretch(
        String target,
        List<StretchChange> changes,
        List<FramePosition> outside,
        FramePosition newest,
        @Nullable Instant heededReset) {
    /** Some nights of a restless sky. */
    private static final int MOST_CHANGES = 64;

    public SequenceStretch {
        Rules.notBlank("target", target);
        if (changes == null || changes.isEmpty()) {
            throw new IllegalArgumentException("a sequence's stretch has at least one change");
        }
        changes = List.copyOf(changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()));
        outside = outside == null ? List.of() : List.copyOf(outside);
        Rules.present("newest", newest);
    }

    /** A sequence that begins with that change. */
    public static SequenceStretch begun(String target, StretchChange first, @Nullable Instant heededReset) {
        return new SequenceStretch(target, List.of(first), List.of(), first.at(), heededReset);
    }

    /** The change that is in force for the newest frames. */
    public StretchChange current() {
        return changes.get(changes.size() - 1);
    }

    /** The change that is in force for that frame; the oldest for one that was taken in before all. */
    public StretchChange at(FramePosition frame) {
        for (int i = changes.size() - 1; i > 0; i--) {
            if (changes.get(i).at().compareTo(frame) <= 0) {
                return changes.get(i);
            }
        }
        return changes.get(0);
    }

    /** With a change that begins with a frame newer than all that are named. */
    public SequenceStretch changed(StretchChange change, @Nullable Instant reset) {
        List<StretchChange> more = new ArrayList<>(changes);
        more.add(change);
        return new SequenceStretch(target, more, List.of(), change.at(), reset);
    }

    /** With the current change taken a step further, by a newer frame. */
    public SequenceStretch stepped(FramePosition frame) {
        List<StretchChange> same = new ArrayList<>(changes);
        same.set(same.size() - 1, current().stepped(frame));
        return new SequenceStretch(target, same, outside, frame, heededReset);
    }

    /** With other frames outside, seen at a newer frame. */
    public SequenceStretch withOutside(List<FramePosition> frames, FramePosition seenAt) {
        return new SequenceStretch(target, changes, frames, seenAt, heededReset);
    }
}
