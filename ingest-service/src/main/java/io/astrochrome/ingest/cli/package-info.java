/** Frames from the shell, sent to a running service. */
package io.astrochrome.ingest.cli;
