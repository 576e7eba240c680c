/** What follows the network: pictures composed and stored, events published, offsets committed, in the order of each target. */
package io.astrochrome.colorize.stream.publish;
