/** Obeys who is champion and challenger: reads decisions, brings their models, and swaps. */
package io.astrochrome.colorize.decision;
