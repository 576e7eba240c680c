/** The running stream from outside: how soon, how fast, with how much memory. */
package io.astrochrome.bench.stream;
