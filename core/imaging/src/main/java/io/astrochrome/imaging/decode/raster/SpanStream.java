package io.astrochrome.imaging.decode.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.Iterator;
import java.util.List;

/** Spans of a file, one after the other as one stream. The file stays open when the stream is closed. */
final class SpanStream extends InputStream {
    private final RandomAccessFile file;
    private final Iterator<PngChunks.Span> spans;
    private int left;

    SpanStream(RandomAccessFile file, List<PngChunks.Span> spans) {
        this.file = file;
        this.spans = spans.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!spans.hasNext()) {
                return -1;
            }
            PngChunks.Span span = spans.next();
            file.seek(span.offset());
            left = span.length();
        }
        int read = file.read(into, offset, Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
