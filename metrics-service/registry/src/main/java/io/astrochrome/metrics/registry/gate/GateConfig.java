package io.astrochrome.metrics.registry.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a new model may take the champion's place. */
@ConfigMapping(prefix = "astrochrome.metrics.gate")
public interface GateConfig {
    /** Fewer validation frames with colour are no basis: the model is refused. */
    @WithDefault("8")
    int leastFrames();

    /** The newest live frames that are looked at beside the validation frames, for flicker and sky; at most 200. */
    @WithDefault("40")
    int newestFrames();

    /** What the mean gain over grey must be above the champion's, in dB. */
    @WithDefault("0.01")
    double gainAdvantage();

    /** What the pooled gain, and the gain on the newest frames, may be below the champion's, in dB. */
    @WithDefault("0.05")
    double gainTolerance();

    /** The least colourfulness, as a share of the champion's; of its inverse where the champion is garish. */
    @WithDefault("0.8")
    double leastColourfulness();

    /** The most colourfulness, as a share of the true pictures', unless the champion's is higher. */
    @WithDefault("1.5")
    double mostColourfulness();

    /** The most that the chroma of dark sky may be, as a share of the champion's; below one CIELAB unit all is well. */
    @WithDefault("1.25")
    double skyTolerance();

    /** The most that colours may flicker between frames of a target, as a share of the champion's; below half a unit all is well. */
    @WithDefault("1.25")
    double flickerTolerance();

    /** Threads that measure; one leaves the rest to the live feed. */
    @WithDefault("1")
    int threads();

    /** What becomes of a model that passes: champion at once, or first a challenger for a while. */
    @WithDefault("none")
    TrialKind trial();

    /** The share of targets that a canary colours, above 0, at most 1. */
    @WithDefault("0.2")
    double canaryShare();

    /** How long a trial takes; after it, the model is champion unless its scores are worse. */
    @WithDefault("1h")
    Duration trialTime();

    /** What becomes of a model that passes the gate. */
    enum TrialKind {
        NONE,
        SHADOW,
        CANARY
    }
}
