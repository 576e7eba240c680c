/**
 * Takes frames in: what comes by HTTP or lies in a watched folder is stored, and a reference is published.
 */
@NullMarked
package io.astrochrome.ingest;

import org.jspecify.annotations.NullMarked;
