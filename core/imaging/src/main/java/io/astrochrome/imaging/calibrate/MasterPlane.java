package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.linear.ChannelLight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One channel of a calibration frame in a file of floats, mapped, so that a camera's masters take no heap. Thread-safe.
 *
 * @param width in px
 * @param height in px
 */
record MasterPlane(int width, int height, FloatBuffer values) implements ChannelLight {
    private static final int ROWS_AT_ONCE = 64;

    @Override
    public float value(int index) {
        return values.get(index);
    }

    /** What a pixel of the plane is to be. */
    @FunctionalInterface
    interface Pixels {
        float of(int index);
    }

    /** Writes a plane into a new file. */
    static MasterPlane write(Path file, int width, int height, Pixels pixels) throws IOException {
        ByteBuffer rows =
                ByteBuffer.allocate(ROWS_AT_ONCE * width * Float.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int count = Math.multiplyExact(width, height);
            for (int i = 0; i < count; i++) {
                rows.putFloat(pixels.of(i));
                if (!rows.hasRemaining() || i == count - 1) {
                    rows.flip();
                    while (rows.hasRemaining()) {
                        out.write(rows);
                    }
                    rows.clear();
                }
            }
            FloatBuffer values = out.map(MapMode.READ_ONLY, 0, out.size())
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            return new MasterPlane(width, height, values);
        }
    }
}
