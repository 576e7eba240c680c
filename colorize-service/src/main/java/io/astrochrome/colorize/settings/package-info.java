/** What an operator may choose. */
package io.astrochrome.colorize.settings;
