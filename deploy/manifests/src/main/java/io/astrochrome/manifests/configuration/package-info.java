/** The configuration reference, made from the typed configuration. */
@NullMarked
package io.astrochrome.manifests.configuration;

import org.jspecify.annotations.NullMarked;
