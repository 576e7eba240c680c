package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbSink;
import io.astrochrome.imaging.chroma.RgbStrip;
import io.astrochrome.imaging.compose.KnownColours;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one coloured frame to several files in one pass: give it every strip from the top, then {@link #finish}; closing
 * without that deletes what was begun. The same frame, model and settings give the same bytes. Memory is the preview and a
 * few strips. Not thread-safe.
 */
public final class PictureWriter implements RgbSink, Closeable {
    private final int height;
    private final List<Path> paths = new ArrayList<>();
    private final List<PictureFile> files = new ArrayList<>();
    private int rowsTaken;
    private boolean finished;

    private PictureWriter(int height) {
        this.height = height;
    }

    /**
     * Begins the files, replacing what is there.
     *
     * @param width of the frame in px
     * @param height of the frame in px
     * @param fitsCards the frame's own header, empty where it has none; the FITS file's rows lie in its order (from the
     *     bottom unless ROWORDER says TOP-DOWN)
     * @param known where the colours are from, which the FITS file says place by place; null where that is the same everywhere
     */
    public static PictureWriter open(
            PictureTargets targets,
            PictureSettings settings,
            Provenance provenance,
            int width,
            int height,
            List<String> fitsCards,
            @Nullable KnownColours known)
            throws IOException {
        byte[] xmp = XmpPacket.of(provenance);
        PictureWriter writer = new PictureWriter(height);
        try {
            if (targets.png() != null) {
                writer.paths.add(targets.png());
                writer.files.add(new PngPicture(targets.png(), width, height, settings, xmp));
            }
            if (targets.jpeg() != null) {
                writer.paths.add(targets.jpeg());
                writer.files.add(new JpegPreview(targets.jpeg(), width, height, settings, xmp));
            }
            if (targets.fits() != null) {
                writer.paths.add(targets.fits());
                writer.files.add(new FitsCube(targets.fits(), width, height, fitsCards, provenance, known));
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    @Override
    public void accept(RgbStrip strip) throws IOException {
        if (strip.firstRow() != rowsTaken) {
            throw new IllegalArgumentException("row " + rowsTaken + " must come next, not " + strip.firstRow());
        }
        for (PictureFile file : files) {
            file.accept(strip);
        }
        rowsTaken += strip.rows();
    }

    /** Completes the files; every row must have come. */
    public void finish() throws IOException {
        if (rowsTaken != height) {
            throw new IOException("of " + height + " rows only " + rowsTaken + " came");
        }
        for (PictureFile file : files) {
            file.finish();
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        for (PictureFile file : files) {
            file.close();
        }
        if (!finished) {
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }
}
