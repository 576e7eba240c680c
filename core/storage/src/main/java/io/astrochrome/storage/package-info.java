/**
 * The object store: a port, its MinIO-client adapter, references that are checked when read.
 */
@NullMarked
package io.astrochrome.storage;

import org.jspecify.annotations.NullMarked;
