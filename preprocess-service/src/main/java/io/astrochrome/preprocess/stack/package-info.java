/**
 * The stacks of targets in the stream: exposures are judged, stacked and journalled; a night is kept in the object store, so
 * that whoever has its target next goes on exactly.
 */
@NullMarked
package io.astrochrome.preprocess.stack;

import org.jspecify.annotations.NullMarked;
