package io.astrochrome.trainer.run;

import java.util.Map;

/** What one step measured; the critic's losses begin with {@code critic.}. */
record StepResult(Map<String, Double> losses, boolean finite) {}
