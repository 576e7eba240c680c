/**
 * Benchmarks, and the program that writes their figures into the README.
 */
package io.astrochrome.bench;
