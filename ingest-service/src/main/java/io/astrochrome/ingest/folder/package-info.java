/** Frames from a watched folder, each taken when it is complete. */
package io.astrochrome.ingest.folder;
