/** Trying again what the store, the broker or the disk cannot do for now. */
package io.astrochrome.platform.retry;
