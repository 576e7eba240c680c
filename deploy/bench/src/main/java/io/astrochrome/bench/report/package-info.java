/** Figures, the machine they belong to, and the files they are written to. */
@NullMarked
package io.astrochrome.bench.report;

import org.jspecify.annotations.NullMarked;
