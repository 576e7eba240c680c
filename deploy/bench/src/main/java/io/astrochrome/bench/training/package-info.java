/** How fast a model is trained, by the trainer-service's own benchmark. */
package io.astrochrome.bench.training;
