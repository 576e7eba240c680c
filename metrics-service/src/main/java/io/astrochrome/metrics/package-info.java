/**
 * The metrics service.
 */
package io.astrochrome.metrics;
