/** What people wrote in the code's Javadoc, for documents made from the code. */
package io.astrochrome.manifests.source;
