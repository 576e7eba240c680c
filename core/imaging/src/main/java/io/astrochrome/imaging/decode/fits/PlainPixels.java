package io.astrochrome.imaging.decode.fits;

import java.io.EOFException;
import java.io.IOException;
import nom.tam.util.FitsFile;

/** The numbers of a picture that lies in the file uncompressed, read piece by piece through nom-tam-fits. */
final class PlainPixels implements PixelStream {
    private final FitsFile file;
    private final int bitpix;

    PlainPixels(FitsFile file, int bitpix) {
        this.file = file;
        this.bitpix = bitpix;
    }

    @Override
    public void next(short[] into, int offset, int count) throws IOException {
        whole(file.read(into, offset, count), count, Short.BYTES);
    }

    @Override
    public void next(double[] into, int offset, int count) throws IOException {
        switch (bitpix) {
            case 8 -> {
                byte[] bytes = new byte[count];
                file.readFully(bytes);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = bytes[i] & 0xff;
                }
            }
            case 16 -> {
                short[] shorts = new short[count];
                next(shorts, 0, count);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = shorts[i];
                }
            }
            case 32 -> {
                int[] ints = new int[count];
                whole(file.read(ints, 0, count), count, Integer.BYTES);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = ints[i];
                }
            }
            case 64 -> {
                long[] longs = new long[count];
                whole(file.read(longs, 0, count), count, Long.BYTES);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = longs[i];
                }
            }
            case -32 -> {
                float[] floats = new float[count];
                whole(file.read(floats, 0, count), count, Float.BYTES);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = floats[i];
                }
            }
            case -64 -> whole(file.read(into, offset, count), count, Double.BYTES);
            default -> throw new IllegalStateException("BITPIX " + bitpix + " was checked before");
        }
    }

    private static void whole(int readBytes, int count, int bytesEach) throws EOFException {
        if (readBytes < (long) count * bytesEach) {
            throw new EOFException("the pixels end early");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
