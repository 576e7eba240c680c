/** What follows the network: pictures composed and stored, events published, offsets committed, in the order of each target. */
@NullMarked
package io.astrochrome.colorize.stream.publish;

import org.jspecify.annotations.NullMarked;
