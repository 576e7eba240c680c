package io.astrochrome.imaging.decode.fits;

import java.io.EOFException;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** The numbers of a picture whose tiles nom-tam-fits has decompressed. */
final class TiledPixels implements PixelStream {
    private final Buffer pixels;

    TiledPixels(Buffer pixels) {
        this.pixels = pixels.rewind();
    }

    @Override
    public void next(short[] into, int offset, int count) throws IOException {
        require(count);
        ((ShortBuffer) pixels).get(into, offset, count);
    }

    @Override
    public void next(double[] into, int offset, int count) throws IOException {
        require(count);
        for (int i = offset; i < offset + count; i++) {
            into[i] = next();
        }
    }

    private double next() {
        if (pixels instanceof FloatBuffer floats) {
            return floats.get();
        }
        if (pixels instanceof IntBuffer ints) {
            return ints.get();
        }
        if (pixels instanceof ByteBuffer bytes) {
            return bytes.get() & 0xff;
        }
        if (pixels instanceof ShortBuffer shorts) {
            return shorts.get();
        }
        return pixels instanceof LongBuffer longs ? longs.get() : ((DoubleBuffer) pixels).get();
    }

    private void require(int count) throws EOFException {
        if (pixels.remaining() < count) {
            throw new EOFException("the tiles have fewer pixels than the picture");
        }
    }

    @Override
    public void close() {}
}
