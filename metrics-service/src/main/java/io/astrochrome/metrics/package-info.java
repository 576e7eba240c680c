/**
 * The metrics service: scoring, registry and observatory in one process. It knows the other services only by their topics.
 */
package io.astrochrome.metrics;
