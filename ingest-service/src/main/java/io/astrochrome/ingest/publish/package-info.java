/** References on Kafka. */
package io.astrochrome.ingest.publish;
