package io.astrochrome.colorize.model.rollout;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a challenger by what the service itself sees: frames that it fails to colour, and how long it takes beside the
 * champion. How good its colours are is judged elsewhere. Each challenger is judged once. Thread-safe.
 */
final class ChallengerWatch {
    /** Fewer say nothing of a model's speed. */
    static final int LEAST_FRAMES = 8;

    private final int mostFailures;
    private final double mostSlowdown;
    private final Pace champion = new Pace();
    private final Pace challenger = new Pace();
    private @Nullable String watched;
    private int failures;
    private boolean judged;

    /**
     * Watches by these limits.
     *
     * @param mostFailures frames that a challenger may fail to colour until it is set aside
     * @param mostSlowdown its time for a pixel, in the champion's, beyond which it is set aside
     */
    ChallengerWatch(int mostFailures, double mostSlowdown) {
        this.mostFailures = mostFailures;
        this.mostSlowdown = mostSlowdown;
    }

    /** Another challenger is tried, or the same anew. */
    synchronized void begin() {
        watched = null;
    }

    /** The champion took so long for a frame of so many pixels. */
    synchronized void championTook(double millis, long pixels) {
        champion.add(millis / pixels);
    }

    /** The challenger took so long for a frame; what is to be done about it, if anything. */
    synchronized Optional<Verdict> challengerTook(String modelId, double millis, long pixels) {
        follow(modelId);
        challenger.add(millis / pixels);
        double slowdown = challenger.mean() / champion.mean();
        return challenger.frames < LEAST_FRAMES || champion.frames < LEAST_FRAMES || !(slowdown > mostSlowdown)
                ? Optional.empty()
                : judge(
                        modelId,
                        String.format(Locale.ROOT, "it takes %.1f times as long as the champion", slowdown),
                        slowdown);
    }

    /** The challenger failed to colour a frame; what is to be done about it, if anything. */
    synchronized Optional<Verdict> challengerFailed(String modelId, RuntimeException failure) {
        follow(modelId);
        failures++;
        return failures < mostFailures
                ? Optional.empty()
                : judge(
                        modelId,
                        "it failed to colour " + failures + " frames, the last one: " + failure.getMessage(),
                        challenger.mean() / champion.mean());
    }

    private void follow(String modelId) {
        if (!modelId.equals(watched)) {
            watched = modelId;
            failures = 0;
            judged = false;
            challenger.clear();
        }
    }

    private Optional<Verdict> judge(String modelId, String reason, double slowdown) {
        if (judged) {
            return Optional.empty();
        }
        judged = true;
        Map<String, Double> figures = new HashMap<>();
        figures.put("failures", (double) failures);
        figures.put("frames", (double) challenger.frames);
        if (Double.isFinite(slowdown)) {
            figures.put("slowdown", slowdown);
        }
        return Optional.of(new Verdict(modelId, reason, figures));
    }

    /** A challenger is to be set aside, why, and on which figures. */
    record Verdict(String modelId, String reason, Map<String, Double> figures) {}

    /** Milliseconds for a pixel, the newest frames counting most. */
    private static final class Pace {
        private static final double NEWEST = 0.1;

        int frames;
        private double mean;

        void add(double millisPerPixel) {
            frames++;
            double weight = Math.max(NEWEST, 1.0 / frames);
            mean += weight * (millisPerPixel - mean);
        }

        double mean() {
            return frames == 0 ? Double.NaN : mean;
        }

        void clear() {
            frames = 0;
            mean = 0;
        }
    }
}
