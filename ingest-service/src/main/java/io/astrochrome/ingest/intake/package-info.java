/** What happens to a frame from its first byte to its published reference, whoever brought it. */
@NullMarked
package io.astrochrome.ingest.intake;

import org.jspecify.annotations.NullMarked;
