/** Processes that are kept alive: started, watched, started again after a crash, stopped in order. */
@NullMarked
package io.astrochrome.standalone.process;

import org.jspecify.annotations.NullMarked;
