/** The static stretches of targets: how they came to be, and what people ask of them. */
package io.astrochrome.metrics.observatory.stretches;
