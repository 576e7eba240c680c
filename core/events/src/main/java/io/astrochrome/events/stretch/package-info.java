/** The static stretch of a sequence of frames, kept beside it with every change. */
@NullMarked
package io.astrochrome.events.stretch;

import org.jspecify.annotations.NullMarked;
