/** A folder of a night's exposures to pictures, without a running stream: {@link io.astrochrome.colorize.cli.night.StackCommand}. */
@NullMarked
package io.astrochrome.colorize.cli.night;

import org.jspecify.annotations.NullMarked;
