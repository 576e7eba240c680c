/** What a person sees of looks: a frame in all of them, to choose one for its target. */
@NullMarked
package io.astrochrome.metrics.observatory.looks;

import org.jspecify.annotations.NullMarked;
