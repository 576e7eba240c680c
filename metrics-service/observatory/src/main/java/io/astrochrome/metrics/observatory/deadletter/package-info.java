/** Dead letters for the page and for scripts: what there is, and putting it back. */
@NullMarked
package io.astrochrome.metrics.observatory.deadletter;

import org.jspecify.annotations.NullMarked;
