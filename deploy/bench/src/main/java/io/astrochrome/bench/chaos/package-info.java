/** Faults while frames flow, and what becomes of each frame. */
@NullMarked
package io.astrochrome.bench.chaos;

import org.jspecify.annotations.NullMarked;
