package io.astrochrome.bench.chaos;

import io.astrochrome.bench.stream.Memory;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The most memory that each process was seen with, in an earlier and in a later half. Not thread-safe. */
final class Footprint {
    private final Stack stack;
    private final Map<String, Double> earlier = new HashMap<>();
    private final Map<String, Double> later = new HashMap<>();

    Footprint(Stack stack) {
        this.stack = stack;
    }

    /** Looks at all processes. */
    void look(boolean isLater) {
        for (var process : stack.processes()) {
            process.pid().ifPresent(pid -> {
                try {
                    var now = Memory.residentMebibytes(pid);
                    (isLater ? later : earlier).merge(process.name(), now, Math::max);
                } catch (IOException e) {
                    // It has ended meanwhile.
                }
            });
        }
    }

    /** By how much the process that grew the most did, in MiB; less than nothing where all became smaller. */
    double growthMebibytes() {
        return later.entrySet().stream()
                .filter(process -> earlier.containsKey(process.getKey()))
                .mapToDouble(process -> process.getValue() - earlier.get(process.getKey()))
                .max()
                .orElse(0);
    }
}
