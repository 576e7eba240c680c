package io.astrochrome.imaging.manifest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is no list of frames; the message is a sentence that names it and the rule it breaks. */
public final class ManifestFormatException extends IOException {
    ManifestFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
