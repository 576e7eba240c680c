/** Memory that is bounded by a number of entries. */
@NullMarked
package io.astrochrome.platform.cache;

import org.jspecify.annotations.NullMarked;
