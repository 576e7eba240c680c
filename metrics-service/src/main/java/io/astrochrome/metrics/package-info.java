/**
 * The metrics service: scoring, registry and observatory in one process. It knows the other services only by their topics.
 */
@NullMarked
package io.astrochrome.metrics;

import org.jspecify.annotations.NullMarked;
