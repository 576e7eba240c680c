package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a loss as they come together on a tape. */
final class Losses {
    private final Map<String, Value> parts = new LinkedHashMap<>();
    private @Nullable Value total;

    /** Adds {@code weight} times a part; the part is reported without its weight. */
    void add(Tape tape, String name, Value part, double weight) {
        parts.put(name, part);
        Value weighted = weight == 1 ? part : tape.scale(part, weight);
        total = total == null ? weighted : tape.add(total, weighted);
    }

    /** Reports a value that is no part of the loss. */
    void note(String name, Value value) {
        parts.put(name, value);
    }

    /**
     * The sum.
     *
     * @throws IllegalStateException where nothing was added
     */
    Value total() {
        if (total == null) {
            throw new IllegalStateException("all weights are zero: there is nothing to learn from");
        }
        return total;
    }

    StepLosses measured(double gradientNorm) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("total", total().item());
        parts.forEach((name, value) -> named.put(name, value.item()));
        named.put("gradientNorm", gradientNorm);
        return new StepLosses(named);
    }
}
