/** The training loop: phases, schedule, validation, checkpoints, and what it tells of itself. */
@NullMarked
package io.astrochrome.trainer.run;

import org.jspecify.annotations.NullMarked;
