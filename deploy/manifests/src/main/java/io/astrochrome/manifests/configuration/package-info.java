/** The configuration reference, made from the typed configuration. */
package io.astrochrome.manifests.configuration;
