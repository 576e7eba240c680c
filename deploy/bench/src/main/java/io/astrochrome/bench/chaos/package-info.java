/** Faults while frames flow, and what becomes of each frame. */
package io.astrochrome.bench.chaos;
