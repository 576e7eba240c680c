/**
 * A real Kafka broker and a real object store for tests, and the rules that hold the architecture.
 */
@NullMarked
package io.astrochrome.testkit;

import org.jspecify.annotations.NullMarked;
