/** {@code ./run bench}. */
@NullMarked
package io.astrochrome.bench.cli;

import org.jspecify.annotations.NullMarked;
