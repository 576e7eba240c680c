/** The commands that {@code ./run} starts. */
package io.astrochrome.standalone.cli;
