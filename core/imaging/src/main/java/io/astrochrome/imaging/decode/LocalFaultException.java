package io.astrochrome.imaging.decode;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * This machine's disk does not take part: it is full, or gives back nothing. Nothing is known about the frame, and the thing to
 * do is to try again later.
 */
public final class LocalFaultException extends UncheckedIOException {
    LocalFaultException(String message, IOException cause) {
        super(message, cause);
    }
}
