/** {@code ./run colorize}: frames from files to files, without a stream. */
package io.astrochrome.colorize.cli;
