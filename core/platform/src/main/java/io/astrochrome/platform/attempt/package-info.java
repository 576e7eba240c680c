/** What to do with work that ends the process: it is counted on disk, and given up after some tries. */
@NullMarked
package io.astrochrome.platform.attempt;

import org.jspecify.annotations.NullMarked;
