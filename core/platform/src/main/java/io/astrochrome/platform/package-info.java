/**
 * Quarkus wiring that every service shares: records as CloudEvents, dead letters, the object store from configuration.
 */
@NullMarked
package io.astrochrome.platform;

import org.jspecify.annotations.NullMarked;
