/** Frames from a watched folder, each taken when it is complete. */
@NullMarked
package io.astrochrome.ingest.folder;

import org.jspecify.annotations.NullMarked;
