/** The static stretches of targets: how they came to be, and what people ask of them. */
@NullMarked
package io.astrochrome.metrics.observatory.stretches;

import org.jspecify.annotations.NullMarked;
