package io.astrochrome.preprocess.stack;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.NightState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A night as it was after some of its exposures.
 *
 * @param begunAt when the night was begun
 * @param covered how many entries of the journal it covers
 * @param state null where it cannot be read, as where a later version wrote it: the journal says what is in it
 * @param stacks where the stack of each role is
 */
record Snapshot(
        String target,
        Instant begunAt,
        int covered,
        @Nullable NightState state,
        Map<FilterRole, ObjectReference> stacks) {
    Snapshot {
        stacks = Map.copyOf(stacks);
    }

    /** Of a night that is known to have been begun, and no more. */
    static Snapshot unreadable(String target, Instant begunAt) {
        return new Snapshot(target, begunAt, 0, null, Map.of());
    }

    /** What every version can read of a snapshot. */
    record Head(String target, Instant begunAt) {}
}
