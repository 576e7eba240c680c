package io.astrochrome.colorize.replay;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.log.LogRange;
import io.astrochrome.platform.log.LogReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which frames of the log are meant.
 *
 * @param from when the first was prepared at the earliest; null for the log's beginning
 * @param to when the last was prepared, exclusive; null for the log's end as it is when the replay begins
 * @param offsets the part of each partition of {@code lab-tensors.v1}; all of each where it is empty, else no other partition
 * @param targets the frames' targets; all where it is empty
 * @param purposes the frames' purposes
 */
public record ReplaySpan(
        @Nullable Instant from,
        @Nullable Instant to,
        Map<Integer, Offsets> offsets,
        Set<String> targets,
        Set<Purpose> purposes) {
    public ReplaySpan {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("the span begins at " + from + ", not before its end " + to);
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a purpose must be given");
        }
        offsets = Map.copyOf(offsets);
        targets = Set.copyOf(targets);
        purposes = Set.copyOf(purposes);
    }

    /**
     * The parts of {@code lab-tensors.v1} that it lies in.
     *
     * @throws IOException where there is no such topic, or it lacks a partition
     */
    List<LogRange> ranges(LogReader log) throws IOException {
        List<LogRange> ranges = log.between(from, to);
        if (ranges.isEmpty()) {
            throw new IOException("the broker has no " + Topics.LAB_TENSORS);
        }
        if (offsets.isEmpty()) {
            return ranges;
        }
        List<LogRange> parts = ranges.stream()
                .filter(range -> offsets.containsKey(range.partition().partition()))
                .map(range -> Objects.requireNonNull(
                                offsets.get(range.partition().partition()))
                        .of(range))
                .toList();
        if (parts.size() < offsets.size()) {
            throw new IOException(Topics.LAB_TENSORS + " has the partitions 0 to " + (ranges.size() - 1)
                    + ", not all of " + offsets.keySet());
        }
        return parts;
    }

    boolean takes(FrameIngested frame) {
        return purposes.contains(frame.purpose()) && takesTarget(frame.target());
    }

    boolean takesTarget(@Nullable String target) {
        return targets.isEmpty() || (target != null && targets.contains(target));
    }

    /**
     * Part of a partition.
     *
     * @param last inclusive
     */
    public record Offsets(long first, long last) {
        public Offsets {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("offsets must be FIRST-LAST, not " + first + "-" + last);
            }
        }

        private LogRange of(LogRange range) {
            return range.within(first, last + 1);
        }
    }
}
