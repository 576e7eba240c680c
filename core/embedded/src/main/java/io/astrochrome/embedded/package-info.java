/**
 * A Kafka broker and an S3 store inside this JVM, on loopback only, with their data in a folder: what one machine without
 * Docker runs, and what tests run against. Both are the real servers, not mocks.
 */
@NullMarked
package io.astrochrome.embedded;

import org.jspecify.annotations.NullMarked;
