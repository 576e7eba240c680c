/**
 * A real Kafka broker and a real object store for tests, and the rules that hold the architecture.
 */
package io.astrochrome.testkit;
