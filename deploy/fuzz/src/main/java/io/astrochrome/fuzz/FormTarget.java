package io.astrochrome.fuzz;

import io.astrochrome.ingest.http.Disposition;
import io.astrochrome.ingest.http.FormParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.FileUploadException;

/** A form, whose boundary is the first line, and that line as a header that names a file. */
final class FormTarget {
    private FormTarget() {}

    static void feed(byte[] bytes) throws IOException {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String first = new String(bytes, 0, end, StandardCharsets.UTF_8);
        readHeader(first);
        int from = Math.min(bytes.length, end + 1);
        try {
            FormParts parts = new FormParts(new ByteArrayInputStream(bytes, from, bytes.length - from), first);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                part.get().fileName();
                part.get().bytes().transferTo(OutputStream.nullOutputStream());
            }
        } catch (FileUploadException e) {
            // What is answered with 400.
        }
    }

    private static void readHeader(String header) {
        try {
            Disposition.parse(header).fileName();
        } catch (FileUploadException e) {
            // What is answered with 400.
        }
    }
}
