/** The object store from configuration, and whether it answers. */
@NullMarked
package io.astrochrome.platform.store;

import org.jspecify.annotations.NullMarked;
