/** How fast a model is trained, and what of it is the way through Java. */
package io.astrochrome.bench.training;
