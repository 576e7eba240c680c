/**
 * The colorize service.
 */
@NullMarked
package io.astrochrome.colorize;

import org.jspecify.annotations.NullMarked;
