package io.astrochrome.colorize.composing;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step took. Not thread-safe. */
final class StepTimes {
    private final Map<String, Double> millis = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** The step that began when the one before ended is over. */
    void end(String step) {
        long now = System.nanoTime();
        millis.put(step, (now - since) / 1e6);
        since = now;
    }

    /** By the step's name, in ms. */
    Map<String, Double> millis() {
        return millis;
    }
}
