/** {@code ./run prune}: what of the object store need not be kept. */
package io.astrochrome.colorize.cli.prune;
