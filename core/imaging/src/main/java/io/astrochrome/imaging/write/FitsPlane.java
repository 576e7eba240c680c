package io.astrochrome.imaging.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;

/**
 * Unsigned 16-bit samples of one plane in a FITS file, asked for by the picture's rows whatever the file's order is. One
 * buffer is reused. Not thread-safe.
 */
final class FitsPlane {
    /** BZERO = 32768 turns an unsigned sample into a signed one by its highest bit. */
    private static final int SIGN = 0x8000;

    private static final int BUFFER_PIXELS = 1 << 18;

    private final FileChannel channel;
    private final long start;
    private final int width;
    private final int height;
    private final RowOrder order;
    private final int rowsAtOnce;
    private final ByteBuffer buffer;
    /** The buffer as samples: whole rows change their byte order at the speed of a copy. */
    private final ShortBuffer stored;

    private final short[] signed;

    /** The plane whose first sample is at byte {@code start}. */
    FitsPlane(FileChannel channel, long start, int width, int height, RowOrder order) {
        this.channel = channel;
        this.start = start;
        this.width = width;
        this.height = height;
        this.order = order;
        this.rowsAtOnce = Math.max(1, Math.min(height, BUFFER_PIXELS / width));
        this.buffer = ByteBuffer.allocateDirect(2 * width * rowsAtOnce);
        this.stored = buffer.asShortBuffer();
        this.signed = new short[width];
    }

    void write(int firstRow, int rows, short[] samples) throws IOException {
        for (int done = 0; done < rows; ) {
            int some = Math.min(rows - done, rowsAtOnce);
            for (int row = done; row < done + some; row++) {
                int from = row * width;
                for (int x = 0; x < width; x++) {
                    signed[x] = (short) (samples[from + x] ^ SIGN);
                }
                stored.put(width * bufferRow(row - done, some), signed);
            }
            buffer.clear().limit(2 * width * some);
            long at = position(firstRow + done, some);
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            buffer.clear();
            done += some;
        }
    }

    void read(int firstRow, int rows, short[] samples) throws IOException {
        for (int done = 0; done < rows; ) {
            int some = Math.min(rows - done, rowsAtOnce);
            buffer.clear().limit(2 * width * some);
            long at = position(firstRow + done, some);
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the file ends inside its samples");
                }
                at += read;
            }
            for (int row = done; row < done + some; row++) {
                stored.get(width * bufferRow(row - done, some), signed);
                int to = row * width;
                for (int x = 0; x < width; x++) {
                    samples[to + x] = (short) (signed[x] ^ SIGN);
                }
            }
            done += some;
        }
    }

    private int bufferRow(int row, int rows) {
        return order == RowOrder.TOP_DOWN ? row : rows - 1 - row;
    }

    /** Where the file has the run of rows. */
    private long position(int firstRow, int rows) {
        int first = Math.min(order.fileRow(firstRow, height), order.fileRow(firstRow + rows - 1, height));
        return start + 2L * width * first;
    }
}
