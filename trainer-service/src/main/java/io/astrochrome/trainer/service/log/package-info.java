/** What the trainer looks up in the log, and how it makes sure that the log has an event. */
package io.astrochrome.trainer.service.log;
