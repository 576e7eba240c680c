/** What an operator may choose. */
@NullMarked
package io.astrochrome.colorize.settings;

import org.jspecify.annotations.NullMarked;
