/** Frames that the page takes in, passed on to ingest-service. */
@NullMarked
package io.astrochrome.metrics.observatory.upload;

import org.jspecify.annotations.NullMarked;
