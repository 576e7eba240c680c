/** How large the object store has become, by kind of object. */
@NullMarked
package io.astrochrome.metrics.observatory.store;

import org.jspecify.annotations.NullMarked;
