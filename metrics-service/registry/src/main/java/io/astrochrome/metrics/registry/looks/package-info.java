/** Frames in all the looks that a model offers. */
@NullMarked
package io.astrochrome.metrics.registry.looks;

import org.jspecify.annotations.NullMarked;
