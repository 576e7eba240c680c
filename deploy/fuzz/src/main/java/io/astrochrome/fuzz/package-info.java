/** What strangers may send, changed again and again, given to whoever reads it. */
@NullMarked
package io.astrochrome.fuzz;

import org.jspecify.annotations.NullMarked;
