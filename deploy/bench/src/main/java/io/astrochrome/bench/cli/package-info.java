/** {@code ./run bench}. */
package io.astrochrome.bench.cli;
