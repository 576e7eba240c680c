/** Kafka consumers with a thread of their own, for what is no channel. */
package io.astrochrome.platform.consumer;
