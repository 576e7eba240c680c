package io.astrochrome.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a {@code multipart/form-data} body (RFC 7578) part by part as it arrives, in a buffer of fixed size whatever the
 * size of the parts. Not thread-safe; does not close the body.
 */
final class FormReader {
    private static final int MAX_HEADER_BYTES = 8192;
    private static final int END = -1;
    private static final String DISPOSITION = "content-disposition:";

    private final DelimitedStream parts;

    FormReader(InputStream body, String boundary) {
        parts = new DelimitedStream(body, "\r\n--" + boundary);
    }

    /**
     * A field of the form.
     *
     * @param bytes can be read until the next part is asked for
     */
    record Part(ContentDisposition disposition, InputStream bytes) {
        Optional<String> fileName() {
            return disposition.fileName();
        }
    }

    /**
     * The next part, or empty after the last; what was left unread of the one before is passed over.
     *
     * @throws IOException where the body ends early or is not such a form
     */
    Optional<Part> next() throws IOException {
        parts.skipToDelimiter();
        String rest = line(MAX_HEADER_BYTES);
        if (rest.startsWith("--")) {
            return Optional.empty();
        }
        return Optional.of(new Part(headers(), parts.upToDelimiter()));
    }

    private ContentDisposition headers() throws IOException {
        ContentDisposition disposition = ContentDisposition.parse(null);
        int left = MAX_HEADER_BYTES;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
                disposition = ContentDisposition.parse(line);
            }
        }
        return disposition;
    }

    private String line(int maxBytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = parts.readByte(); b != '\n' && b != END; b = parts.readByte()) {
            if (line.size() >= maxBytes) {
                throw new IOException("a part of the form has more than " + MAX_HEADER_BYTES + " bytes of headers");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
