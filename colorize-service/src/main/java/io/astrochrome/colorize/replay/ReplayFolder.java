package io.astrochrome.colorize.replay;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.Painting;
import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Paints replayed frames into a folder, each at its own resolution: {@code TARGET/NAME-ID.png}, {@code .jpg} and, for FITS,
 * {@code .fits}. The store is only read. For one thread.
 */
public final class ReplayFolder implements ReplaySink {
    private static final int ID_DIGITS = 8;

    private final Path folder;
    private final ObjectStore store;
    private final FramePictures pictures;

    public ReplayFolder(Path folder, ObjectStore store, FramePictures pictures) {
        this.folder = folder;
        this.store = store;
        this.pictures = pictures;
    }

    @Override
    public void take(ColouredFrame frame) throws IOException {
        Painting painting = Painting.of(frame, store);
        FrameIngested source = frame.tensor().frame();
        Path parent = Files.createDirectories(folder.resolve(safe(source.target())));
        String stem = safe(withoutExtension(source.fileName())) + "-"
                + source.frameId().substring(0, ID_DIGITS);
        PictureTargets targets = new PictureTargets(
                parent.resolve(stem + ".png"),
                parent.resolve(stem + ".jpg"),
                painting.fits() ? parent.resolve(stem + ".fits") : null);
        try {
            pictures.paint(painting, store, targets);
        } catch (ObjectMissingException | ObjectAlteredException e) {
            throw new IOException("its luminance cannot be used: " + e.getMessage(), e);
        }
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A name that is one folder or file wherever it came from. */
    static String safe(String name) {
        String safe = name.strip().replaceAll("[^\\p{L}\\p{N}._ +-]", "_").replaceAll("^\\.+", "_");
        return safe.isEmpty() ? "_" : safe;
    }

    @Override
    public void close() {
        // files are whole when they are written
    }
}
