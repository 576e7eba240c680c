/** {@code ./run colorize}: frames from files to files, without a stream. */
@NullMarked
package io.astrochrome.colorize.cli;

import org.jspecify.annotations.NullMarked;
