/** Frames from the shell, sent to a running service. */
@NullMarked
package io.astrochrome.ingest.cli;

import org.jspecify.annotations.NullMarked;
