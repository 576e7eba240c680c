/** Records between their arrival and the commit of their offsets. */
@NullMarked
package io.astrochrome.colorize.stream.queue;

import org.jspecify.annotations.NullMarked;
