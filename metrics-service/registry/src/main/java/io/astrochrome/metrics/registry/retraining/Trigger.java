package io.astrochrome.metrics.registry.retraining;

import java.util.Optional;

/** A reason to ask for a new model. Pure: the same observations are always the same answer. */
sealed interface Trigger permits NewFramesTrigger, LightnessDriftTrigger, GainTrigger, ScheduleTrigger {
    /** Whether it is time. */
    Optional<Alarm> look(Observations seen);
}
