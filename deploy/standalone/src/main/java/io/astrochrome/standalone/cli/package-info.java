/** The commands that {@code ./run} starts. */
@NullMarked
package io.astrochrome.standalone.cli;

import org.jspecify.annotations.NullMarked;
