package io.astrochrome.ingest.intake;

import java.io.IOException;

/** The bytes came, but could not be written to this machine's disk. */
final class NoRoomException extends Exception {
    NoRoomException(IOException cause) {
        super("no frame can be written to this machine's disk: " + cause.getMessage(), cause);
    }
}
