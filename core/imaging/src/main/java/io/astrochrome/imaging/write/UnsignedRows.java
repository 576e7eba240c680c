package io.astrochrome.imaging.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Rows of unsigned 16-bit samples in a FITS file, at a place of their own; one buffer of a few rows is reused. */
final class UnsignedRows {
    /** BZERO = 32768 turns an unsigned sample into a signed one by its highest bit. */
    private static final int SIGN = 0x8000;

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    UnsignedRows(FileChannel channel) {
        this.channel = channel;
    }

    void write(long position, short[] samples, int from, int count) throws IOException {
        long at = position;
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, BUFFER_BYTES / 2);
            buffer.clear();
            for (int i = 0; i < some; i++) {
                buffer.putShort((short) (samples[from + done + i] ^ SIGN));
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            done += some;
        }
    }

    void read(long position, short[] samples, int count) throws IOException {
        long at = position;
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, BUFFER_BYTES / 2);
            buffer.clear().limit(2 * some);
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the file ends inside its samples");
                }
                at += read;
            }
            buffer.flip();
            for (int i = 0; i < some; i++) {
                samples[done + i] = (short) (buffer.getShort() ^ SIGN);
            }
            done += some;
        }
    }
}
