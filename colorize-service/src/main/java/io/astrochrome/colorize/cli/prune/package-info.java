/** {@code ./run prune}: what of the object store need not be kept. */
@NullMarked
package io.astrochrome.colorize.cli.prune;

import org.jspecify.annotations.NullMarked;
