/** Records between their arrival and the commit of their offsets. */
package io.astrochrome.colorize.stream.queue;
