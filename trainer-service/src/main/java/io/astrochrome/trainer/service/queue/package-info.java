/** Runs one after the other: asked for, planned, carried out. */
@NullMarked
package io.astrochrome.trainer.service.queue;

import org.jspecify.annotations.NullMarked;
