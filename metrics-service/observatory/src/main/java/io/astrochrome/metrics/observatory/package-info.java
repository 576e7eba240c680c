/** The page that shows how frames are coloured, and what people ask for on it. */
@NullMarked
package io.astrochrome.metrics.observatory;

import org.jspecify.annotations.NullMarked;
