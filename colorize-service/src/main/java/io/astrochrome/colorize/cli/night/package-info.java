/** A folder of a night's exposures to pictures, without a running stream: {@link io.astrochrome.colorize.cli.night.StackCommand}. */
package io.astrochrome.colorize.cli.night;
