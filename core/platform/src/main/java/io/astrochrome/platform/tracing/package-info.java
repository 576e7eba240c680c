/**
 * Traces of frames through the stream, by OpenTelemetry, handed on in Kafka's headers as W3C writes them. Where no endpoint
 * is configured nothing is recorded, sent or loaded.
 */
@NullMarked
package io.astrochrome.platform.tracing;

import org.jspecify.annotations.NullMarked;
