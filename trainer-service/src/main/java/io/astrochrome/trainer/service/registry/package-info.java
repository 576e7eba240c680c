/** Which runs there are and where they stand: kept in their folders, told on {@code training.v1}. */
@NullMarked
package io.astrochrome.trainer.service.registry;

import org.jspecify.annotations.NullMarked;
