/**
 * Measures Astrochrome on the machine it runs on, and writes the README's figures.
 *
 * <p>{@code report} is what a figure is and where it goes; {@code stream}, {@code imaging} and {@code training} measure.
 */
@NullMarked
package io.astrochrome.bench;

import org.jspecify.annotations.NullMarked;
