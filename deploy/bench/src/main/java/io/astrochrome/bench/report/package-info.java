/** Figures, the machine they belong to, and the files they are written to. */
package io.astrochrome.bench.report;
