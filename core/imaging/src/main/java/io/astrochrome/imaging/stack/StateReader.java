package io.astrochrome.imaging.stack;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/** What a {@link StateWriter} wrote. */
final class StateReader {
    private final ReadableByteChannel channel;
    private final ByteBuffer buffer;

    StateReader(ReadableByteChannel channel, int size) {
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.limit(0);
    }

    int number() throws IOException {
        available(Integer.BYTES);
        return buffer.getInt();
    }

    void get(float[] into) throws IOException {
        int done = 0;
        while (done < into.length) {
            int some = Math.min(available(Float.BYTES) / Float.BYTES, into.length - done);
            buffer.asFloatBuffer().get(into, done, some);
            buffer.position(buffer.position() + some * Float.BYTES);
            done += some;
        }
    }

    void get(short[] into) throws IOException {
        int done = 0;
        while (done < into.length) {
            int some = Math.min(available(Short.BYTES) / Short.BYTES, into.length - done);
            buffer.asShortBuffer().get(into, done, some);
            buffer.position(buffer.position() + some * Short.BYTES);
            done += some;
        }
    }

    private int available(int bytes) throws IOException {
        while (buffer.remaining() < bytes) {
            buffer.compact();
            int read = channel.read(buffer);
            buffer.flip();
            if (read < 0) {
                throw new EOFException("the stack is cut off");
            }
        }
        return buffer.remaining();
    }
}
