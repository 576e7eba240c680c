/** What could not be handled: finding it on the dead-letter topics, and putting it back. Plain Kafka clients. */
@NullMarked
package io.astrochrome.platform.deadletter;

import org.jspecify.annotations.NullMarked;
