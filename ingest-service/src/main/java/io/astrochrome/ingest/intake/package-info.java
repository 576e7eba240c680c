/** What happens to a frame from its first byte to its published reference, whoever brought it. */
package io.astrochrome.ingest.intake;
