/** Kafka consumers with a thread of their own, for what is no channel. */
@NullMarked
package io.astrochrome.platform.consumer;

import org.jspecify.annotations.NullMarked;
