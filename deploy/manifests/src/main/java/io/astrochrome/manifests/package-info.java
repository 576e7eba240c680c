/** The documents that are made from the code: of the topics, and of the configuration. */
package io.astrochrome.manifests;
