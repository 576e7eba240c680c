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
    private PictureWriter() {}

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
        throw new UnsupportedOperationException();
    }

    @Override
    public void accept(RgbStrip strip) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Completes the files; every row must have come. */
    public void finish() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
