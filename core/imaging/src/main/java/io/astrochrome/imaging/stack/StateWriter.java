package io.astrochrome.imaging.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Numbers in little-endian order through a buffer. */
final class StateWriter {
    private final WritableByteChannel channel;
    private final ByteBuffer buffer;

    StateWriter(WritableByteChannel channel, int size) {
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    void put(int... numbers) throws IOException {
        for (int number : numbers) {
            room(Integer.BYTES);
            buffer.putInt(number);
        }
    }

    void put(float[] numbers) throws IOException {
        int done = 0;
        while (done < numbers.length) {
            int some = Math.min(room(Float.BYTES) / Float.BYTES, numbers.length - done);
            buffer.asFloatBuffer().put(numbers, done, some);
            buffer.position(buffer.position() + some * Float.BYTES);
            done += some;
        }
    }

    void put(short[] numbers) throws IOException {
        int done = 0;
        while (done < numbers.length) {
            int some = Math.min(room(Short.BYTES) / Short.BYTES, numbers.length - done);
            buffer.asShortBuffer().put(numbers, done, some);
            buffer.position(buffer.position() + some * Short.BYTES);
            done += some;
        }
    }

    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private int room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer.remaining();
    }
}
