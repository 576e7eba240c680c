package io.astrochrome.preprocess.stack;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.filter.Role;
import io.astrochrome.imaging.night.NightState;
import java.time.Instant;
import java.util.Map;

/**
 * A night as it was after some of its exposures.
 *
 * @param begunAt when the night was begun
 * @param covered how many entries of the journal it covers
 * @param stacks where the stack of each role is
 */
record Snapshot(String target, Instant begunAt, int covered, NightState state, Map<Role, ObjectReference> stacks) {
    Snapshot {
        stacks = Map.copyOf(stacks);
    }
}
