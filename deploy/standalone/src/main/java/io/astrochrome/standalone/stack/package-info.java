/** Which processes there are, how their JVMs are tuned and what each is told. */
@NullMarked
package io.astrochrome.standalone.stack;

import org.jspecify.annotations.NullMarked;
