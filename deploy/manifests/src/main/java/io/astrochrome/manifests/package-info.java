/** The documents that are made from the code: of the topics, and of the configuration. */
@NullMarked
package io.astrochrome.manifests;

import org.jspecify.annotations.NullMarked;
