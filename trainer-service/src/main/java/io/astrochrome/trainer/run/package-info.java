/** The training loop: phases, schedule, validation, checkpoints, and what it tells of itself. */
package io.astrochrome.trainer.run;
