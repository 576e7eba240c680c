package io.astrochrome.bench.chaos;

import io.astrochrome.bench.stream.Memory;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The memory that each process was seen with, in an earlier and in a later half. What it holds at its most depends on the longest
 * backlog of a half; its median does not, and grows with what leaks. Not thread-safe.
 */
final class Footprint {
    private final Stack stack;
    private final Map<String, List<Double>> earlier = new HashMap<>();
    private final Map<String, List<Double>> later = new HashMap<>();

    Footprint(Stack stack) {
        this.stack = stack;
    }

    /** Looks at all processes. */
    void look(boolean isLater) {
        for (var process : stack.processes()) {
            process.pid().ifPresent(pid -> {
                try {
                    var now = Memory.residentMebibytes(pid);
                    (isLater ? later : earlier)
                            .computeIfAbsent(process.name(), name -> new ArrayList<>())
                            .add(now);
                } catch (IOException e) {
                    // It has ended meanwhile.
                }
            });
        }
    }

    /** By how much the median of the process that grew the most did, in MiB; less than nothing where all became smaller. */
    double growthMebibytes() {
        return later.entrySet().stream()
                .filter(process -> earlier.containsKey(process.getKey()))
                .mapToDouble(process -> median(process.getValue()) - median(earlier.get(process.getKey())))
                .max()
                .orElse(0);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The most that a process was seen with, in MiB. */
    double mostMebibytes() {
        return Stream.concat(earlier.values().stream(), later.values().stream())
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
