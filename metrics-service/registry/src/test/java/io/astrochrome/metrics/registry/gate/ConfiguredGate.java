package io.astrochrome.metrics.registry.gate;

import java.time.Duration;

/** A gate's configuration, all of it said. */
public record ConfiguredGate(
        int leastFrames,
        int newestFrames,
        double gainAdvantage,
        double gainTolerance,
        double leastColourfulness,
        double mostColourfulness,
        double skyTolerance,
        double flickerTolerance,
        int threads,
        GateConfig.TrialKind trial,
        double canaryShare,
        Duration trialTime)
        implements GateConfig {}
