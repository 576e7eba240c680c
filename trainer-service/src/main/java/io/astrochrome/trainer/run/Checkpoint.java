package io.astrochrome.trainer.run;

import io.astrochrome.tensors.Tensor;
import java.util.Map;

/** All that it takes to go on with a run bit by bit. */
record Checkpoint(Progress progress, Map<String, Tensor> state) {}
