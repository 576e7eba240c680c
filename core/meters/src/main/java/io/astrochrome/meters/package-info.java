/** What the services measure of themselves: the one list of meters, and the way to record them with bounded labels. */
@NullMarked
package io.astrochrome.meters;

import org.jspecify.annotations.NullMarked;
