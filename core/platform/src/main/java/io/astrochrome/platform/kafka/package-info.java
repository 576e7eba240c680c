/** The Kafka clients of a service, each for topics that the table of topics gives it. */
package io.astrochrome.platform.kafka;
