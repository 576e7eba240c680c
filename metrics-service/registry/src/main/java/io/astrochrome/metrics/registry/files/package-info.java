/** Models' files, from the store. */
package io.astrochrome.metrics.registry.files;
