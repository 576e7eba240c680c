/** What the trainer looks up in the log, and how it makes sure that the log has an event. */
@NullMarked
package io.astrochrome.trainer.service.log;

import org.jspecify.annotations.NullMarked;
