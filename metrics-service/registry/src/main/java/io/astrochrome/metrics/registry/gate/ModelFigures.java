package io.astrochrome.metrics.registry.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model measures on a set of frames.
 *
 * @param frames number of validation frames
 * @param gainDecibels mean over the validation frames of PSNR less grey's
 * @param pooledGainDecibels PSNR of the mean squared error over them, less grey's
 * @param colourfulnessRatio median over the validation frames of colourfulness over the truth's
 * @param skyChroma mean of |a*| and |b*| where L* is below 10; NaN where no frame has such sky
 * @param newestGainDecibels mean gain on the newest live frames that have colour; NaN where none has
 * @param flicker mean change of a* and b* between consecutive frames of a target; NaN where there are none
 * @param finite whether every predicted value was
 */
record ModelFigures(
        int frames,
        double gainDecibels,
        double pooledGainDecibels,
        double colourfulnessRatio,
        double skyChroma,
        double newestGainDecibels,
        double flicker,
        boolean finite) {
    /** By name, for a decision's record. */
    Map<String, Double> named(String owner) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put(owner + ".frames", (double) frames);
        named.put(owner + ".gainDecibels", gainDecibels);
        named.put(owner + ".pooledGainDecibels", pooledGainDecibels);
        named.put(owner + ".colourfulnessRatio", colourfulnessRatio);
        named.put(owner + ".skyChroma", skyChroma);
        named.put(owner + ".newestGainDecibels", newestGainDecibels);
        named.put(owner + ".flicker", flicker);
        return named;
    }
}
