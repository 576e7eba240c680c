package io.astrochrome.imaging.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes that a format's files begin with. */
final class FileSignature {
    private static final int WEBP_OFFSET = 8;

    private FileSignature() {}

    static Optional<MediaType> match(byte[] bytes) {
        if (text(bytes, 0, "SIMPLE  =") || text(bytes, 0, "simple  =")) {
            return Optional.of(MediaType.FITS);
        }
        if (text(bytes, 0, "XISF0100")) {
            return Optional.of(MediaType.XISF);
        }
        if (text(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (text(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(MediaType.JPEG);
        }
        if (UnreadFormat.hidesBehind(bytes)) {
            return Optional.empty();
        }
        if (text(bytes, 0, "II*\0") || text(bytes, 0, "MM\0*") || text(bytes, 0, "II+\0") || text(bytes, 0, "MM\0+")) {
            return Optional.of(MediaType.TIFF);
        }
        if (text(bytes, 0, "RIFF") && text(bytes, WEBP_OFFSET, "WEBP")) {
            return Optional.of(MediaType.WEBP);
        }
        return Optional.empty();
    }

    /** Whether these characters, a byte each, stand there. */
    private static boolean text(byte[] bytes, int offset, String signature) {
        if (bytes.length < offset + signature.length()) {
            return false;
        }
        return new String(bytes, offset, signature.length(), StandardCharsets.ISO_8859_1).equals(signature);
    }
}
