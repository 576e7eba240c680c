/** How fast a model is trained, and what of it is the way through Java. */
@NullMarked
package io.astrochrome.bench.training;

import org.jspecify.annotations.NullMarked;
