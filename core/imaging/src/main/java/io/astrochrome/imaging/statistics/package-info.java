/** What can be said of a plane's values by counting them, whatever file they came from. */
@NullMarked
package io.astrochrome.imaging.statistics;

import org.jspecify.annotations.NullMarked;
