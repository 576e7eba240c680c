/** The running stream from outside: how soon, how fast, with how much memory. */
@NullMarked
package io.astrochrome.bench.stream;

import org.jspecify.annotations.NullMarked;
