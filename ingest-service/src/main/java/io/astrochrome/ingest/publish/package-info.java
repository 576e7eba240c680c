/** References on Kafka. */
@NullMarked
package io.astrochrome.ingest.publish;

import org.jspecify.annotations.NullMarked;
