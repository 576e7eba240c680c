/** Which of several trainers has a run: a lease that is read from {@code training.v1}. */
@NullMarked
package io.astrochrome.trainer.service.lease;

import org.jspecify.annotations.NullMarked;
