package io.astrochrome.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), one after the other as they arrive, through a buffer of fixed
 * size whatever the size of the parts; how many there are and how long their headers is limited. Not thread-safe; does not
 * close the body.
 */
public final class FormParts {
    /** Of one form: each has an answer, which is kept until the last. */
    static final int MOST_PARTS = 1000;

    private static final int MAX_HEADER_BYTES = 8192;
    private static final String DISPOSITION = "content-disposition:";

    private final MultipartInput parts;
    private int taken;

    /**
     * Of a body with that boundary.
     *
     * @throws FileUploadException where no buffer holds the boundary, which RFC 2046 gives 70 characters
     */
    public FormParts(InputStream body, String boundary) throws IOException {
        try {
            parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setMaxPartHeaderSize(MAX_HEADER_BYTES)
                    .get();
            parts.setHeaderCharset(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FileUploadException("the form's boundary is too long", e);
        }
    }

    /**
     * A field of the form.
     *
     * @param bytes can be read until the next part is asked for
     */
    public record Part(Disposition disposition, InputStream bytes) {
        /** The file's name, where the field is one. */
        public Optional<String> fileName() {
            return disposition.fileName();
        }
    }

    /**
     * The next part, or empty after the last; what was left unread of the one before is passed over.
     *
     * @throws FileUploadException where the body ends early, is not such a form, or is beyond the limits
     * @throws IOException where the sender breaks off
     */
    public Optional<Part> next() throws IOException {
        if (!advance()) {
            return Optional.empty();
        }
        if (++taken > MOST_PARTS) {
            throw new FileUploadException("the form has more than " + MOST_PARTS + " parts");
        }
        return Optional.of(new Part(disposition(), parts.newInputStream()));
    }

    private boolean advance() throws IOException {
        if (taken == 0) {
            return parts.skipPreamble();
        }
        parts.discardBodyData();
        return parts.readBoundary();
    }

    private Disposition disposition() throws FileUploadException {
        try {
            String header = parts.readHeaders()
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
                    .findFirst()
                    .orElse(DISPOSITION);
            return Disposition.parse(header.substring(DISPOSITION.length()));
        } catch (FileUploadSizeException e) {
            throw new FileUploadException(
                    "a part of the form has more than " + MAX_HEADER_BYTES + " bytes of headers", e);
        }
    }
}
