package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;

/** How different two pictures look: LPIPS where its weights are given. Implementations are thread-safe. */
@FunctionalInterface
public interface PerceptualDistance {
    /** Not measured. */
    PerceptualDistance NONE = (truth, prediction) -> Double.NaN;

    /** 0 where they are the same; NaN where it is not measured. */
    double between(LabImage truth, LabImage prediction);
}
