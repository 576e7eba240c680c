/** What is written from the table of topics: pages for people, and rights at the broker. */
@NullMarked
package io.astrochrome.manifests.topics;

import org.jspecify.annotations.NullMarked;
