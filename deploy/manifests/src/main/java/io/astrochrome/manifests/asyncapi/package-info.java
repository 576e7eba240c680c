/** The topics as an AsyncAPI document. */
@NullMarked
package io.astrochrome.manifests.asyncapi;

import org.jspecify.annotations.NullMarked;
