package io.astrochrome.imaging.write;

import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.LuminanceRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A frame's full-resolution luminance as a FITS file (BITPIX 16, BZERO 32768) that carries the frame's own header cards.
 * Read in strips. Not thread-safe.
 */
public final class LuminanceFile implements LuminanceRows, Closeable {
    /** Its media type. */
    public static final String MEDIA_TYPE = "image/fits";

    private LuminanceFile() {}

    /** Writes a luminance; {@code fitsCards} are the frame's own, empty where it has none. */
    public static void write(Path file, Luminance16 luminance, List<String> fitsCards) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Opens a file that {@link #write} wrote. */
    public static LuminanceFile open(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The frame's own header cards, 80 characters each. */
    public List<String> fitsCards() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int width() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int height() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(int firstRow, int rows, short[] into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
