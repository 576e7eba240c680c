package io.astrochrome.imaging.manifest;

import java.io.IOException;

/** A file is no list of frames; the message is a sentence that names it and the rule it breaks. */
public final class ManifestFormatException extends IOException {
    ManifestFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
