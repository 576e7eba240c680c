/**
 * The ingest service.
 */
package io.astrochrome.ingest;
