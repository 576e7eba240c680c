/**
 * The launcher: the whole system on one machine.
 */
package io.astrochrome.standalone;
