/** Which of several trainers has a run: a lease that is read from {@code training.v1}. */
package io.astrochrome.trainer.service.lease;
