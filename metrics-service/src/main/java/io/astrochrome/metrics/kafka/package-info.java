/** How this service reaches the broker: client settings, and waiting for topics. */
package io.astrochrome.metrics.kafka;
