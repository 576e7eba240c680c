/** The model that is tried beside the champion: what it colours, and when it is not worth going on. */
package io.astrochrome.colorize.challenger;
