package io.astrochrome.ingest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream that is cut into pieces by a delimiter, read through one buffer. It starts as if after a line break. */
final class DelimitedStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SKIP_BYTES = 1 << 13;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;

    DelimitedStream(InputStream in, String delimiter) {
        this.in = in;
        this.delimiter = delimiter.getBytes(StandardCharsets.ISO_8859_1);
        buffer[limit++] = '\r';
        buffer[limit++] = '\n';
    }

    /** One byte, or -1 at the end of the stream. */
    int readByte() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    /** Passes over everything up to and with the next delimiter. */
    void skipToDelimiter() throws IOException {
        InputStream rest = upToDelimiter();
        byte[] skipped = new byte[SKIP_BYTES];
        int read;
        do {
            read = rest.read(skipped, 0, SKIP_BYTES);
        } while (read >= 0);
        position += delimiter.length;
    }

    /** What comes before the next delimiter, which stays. */
    InputStream upToDelimiter() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int available = bytesBeforeDelimiter(length);
                System.arraycopy(buffer, position, bytes, offset, available);
                position += available;
                return available == 0 && length > 0 ? -1 : available;
            }
        };
    }

    /** How many bytes, at most {@code wanted}, surely come before a delimiter; 0 when one is next. */
    private int bytesBeforeDelimiter(int wanted) throws IOException {
        while (true) {
            int found = indexOfDelimiter();
            if (found >= 0) {
                return Math.min(wanted, found - position);
            }
            int sure = limit - position - (delimiter.length - 1);
            if (sure > 0) {
                return Math.min(wanted, sure);
            }
            if (!fill()) {
                throw new EOFException("the form ends before its last boundary");
            }
        }
    }

    private int indexOfDelimiter() {
        for (int i = position; i <= limit - delimiter.length; i++) {
            if (buffer[i] == delimiter[0]
                    && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }
}
