package io.astrochrome.ingest.cli;

import org.jspecify.annotations.Nullable;

/**
 * What the service said to one file.
 *
 * @param reason why it was not taken in; null where it was
 */
record SendResult(Status status, @Nullable String reason) {
    /** As the service answers. */
    enum Status {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }
}
