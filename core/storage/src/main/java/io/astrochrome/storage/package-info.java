/**
 * The object store: a port, its MinIO-client adapter, references that are checked when read.
 */
package io.astrochrome.storage;
