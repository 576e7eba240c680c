package io.astrochrome.ingest.cli;

/**
 * What the service said to one file.
 *
 * @param reason why it was not taken in; null where it was
 */
record SendResult(Status status, String reason) {
    /** As the service answers. */
    enum Status {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }
}
