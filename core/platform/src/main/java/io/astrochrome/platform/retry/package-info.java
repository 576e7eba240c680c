/** Trying again what the store, the broker or the disk cannot do for now. */
@NullMarked
package io.astrochrome.platform.retry;

import org.jspecify.annotations.NullMarked;
