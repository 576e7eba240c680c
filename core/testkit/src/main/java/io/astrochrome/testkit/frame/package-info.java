/** Small frames of every kind that is prepared in a way of its own. */
@NullMarked
package io.astrochrome.testkit.frame;

import org.jspecify.annotations.NullMarked;
