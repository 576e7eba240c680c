/** What people wrote in the code's Javadoc, for documents made from the code. */
@NullMarked
package io.astrochrome.manifests.source;

import org.jspecify.annotations.NullMarked;
