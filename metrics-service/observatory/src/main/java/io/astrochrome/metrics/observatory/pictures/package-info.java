/** The pictures of the feed: streamed from the object store as they are, or made small or grey on demand. */
@NullMarked
package io.astrochrome.metrics.observatory.pictures;

import org.jspecify.annotations.NullMarked;
