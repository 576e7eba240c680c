package io.astrochrome.bench.chaos;

import io.astrochrome.bench.stream.Memory;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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

    /**
     * By how much the process that grew the most did, in MiB; less than nothing where all became smaller.
     *
     * @param told what is told of a half's looks
     */
    double growthMebibytes(ToDoubleFunction<List<Double>> told) {
        return later.entrySet().stream()
                .filter(process -> earlier.containsKey(process.getKey()))
                .mapToDouble(process ->
                        told.applyAsDouble(process.getValue()) - told.applyAsDouble(earlier.get(process.getKey())))
                .max()
                .orElse(0);
    }

    /** Each process in a line, for whoever looks for the reason. */
    List<String> told() {
        var lines = new ArrayList<String>();
        later.forEach((process, looks) -> {
            var before = earlier.get(process);
            if (before != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "memory of %s in MiB, median %.0f and %.0f, most %.0f and %.0f",
                        process,
                        median(before),
                        median(looks),
                        most(before),
                        most(looks)));
            }
        });
        return lines;
    }

    static double most(List<Double> looks) {
        return Collections.max(looks);
    }

    static double median(List<Double> looks) {
        return looks.stream().sorted().toList().get(looks.size() / 2);
    }
}
