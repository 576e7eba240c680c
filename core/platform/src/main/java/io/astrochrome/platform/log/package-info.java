/** The log read by somebody who only looks on: a part of it, one record, or all that is and comes. */
@NullMarked
package io.astrochrome.platform.log;

import org.jspecify.annotations.NullMarked;
