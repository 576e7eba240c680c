/** Runs one after the other: asked for, planned, carried out. */
package io.astrochrome.trainer.service.queue;
