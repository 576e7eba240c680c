/**
 * Takes frames in: what comes by HTTP or lies in a watched folder is stored, and a reference is published.
 */
package io.astrochrome.ingest;
