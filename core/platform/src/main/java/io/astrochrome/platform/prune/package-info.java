/** What the object store need not keep: finding it by kind and age, and deleting it. Plain Kafka clients. */
@NullMarked
package io.astrochrome.platform.prune;

import org.jspecify.annotations.NullMarked;
