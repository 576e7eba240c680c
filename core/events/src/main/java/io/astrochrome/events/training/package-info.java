/** What is asked of the trainer, and how far it has come. */
@NullMarked
package io.astrochrome.events.training;

import org.jspecify.annotations.NullMarked;
