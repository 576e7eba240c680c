/** Frames in all the looks that a model offers. */
package io.astrochrome.metrics.registry.looks;
