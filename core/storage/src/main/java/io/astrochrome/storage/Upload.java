package io.astrochrome.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Bytes on their way into the store, and what they must be there. They are read twice: once to know them, once to send
 * them, so that none are kept in memory.
 *
 * @param sha256 in hex, for the reference
 * @param crc32 for the store, which compares it with what has arrived
 */
record Upload(Source source, String mediaType, long sizeBytes, String sha256, int crc32) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Where the bytes can be read from, more than once. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads a file to know its bytes; it must not change until they are sent.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    static Upload of(Path file, String mediaType) {
        try {
            return of(() -> Files.newInputStream(file), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static Upload of(byte[] bytes, String mediaType) {
        try {
            return of(() -> new ByteArrayInputStream(bytes), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private static Upload of(Source source, String mediaType) throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = source.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                crc.update(buffer, 0, read);
                size += read;
            }
        }
        return new Upload(source, mediaType, size, Sha256.hex(digest.digest()), (int) crc.getValue());
    }

    /** As a request's body, which may be sent again. */
    RequestBody body() {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.parse(mediaType);
            }

            @Override
            public long contentLength() {
                return sizeBytes;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] buffer = new byte[BUFFER_BYTES];
                try (InputStream in = source.open()) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        sink.write(buffer, 0, read);
                    }
                }
            }
        };
    }
}
