/** The meters of the process. */
@NullMarked
package io.astrochrome.platform.meters;

import org.jspecify.annotations.NullMarked;
