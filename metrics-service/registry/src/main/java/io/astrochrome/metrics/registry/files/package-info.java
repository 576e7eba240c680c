/** Models' files, from the store. */
@NullMarked
package io.astrochrome.metrics.registry.files;

import org.jspecify.annotations.NullMarked;
