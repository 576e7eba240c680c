/** Which models there are, which of them colours, and when another is wanted. */
@NullMarked
package io.astrochrome.metrics.registry;

import org.jspecify.annotations.NullMarked;
