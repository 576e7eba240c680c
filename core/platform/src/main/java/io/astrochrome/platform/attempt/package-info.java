/** What to do with work that ends the process: it is counted on disk, and given up after some tries. */
package io.astrochrome.platform.attempt;
