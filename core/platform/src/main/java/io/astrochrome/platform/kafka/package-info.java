/** The Kafka clients of a service, each for topics that the table of topics gives it. */
@NullMarked
package io.astrochrome.platform.kafka;

import org.jspecify.annotations.NullMarked;
