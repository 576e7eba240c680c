/** Frames that the page takes in, passed on to ingest-service. */
package io.astrochrome.metrics.observatory.upload;
