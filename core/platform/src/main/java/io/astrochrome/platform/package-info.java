/**
 * Quarkus wiring that every service shares: records as CloudEvents, dead letters, the object store from configuration.
 */
package io.astrochrome.platform;
