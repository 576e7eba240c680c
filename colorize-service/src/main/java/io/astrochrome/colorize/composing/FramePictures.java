package io.astrochrome.colorize.composing;

import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.imaging.chroma.ColourComposer;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.write.LuminanceFile;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.PictureWriter;
import io.astrochrome.imaging.write.Provenance;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures: a luminance at its own resolution with a chroma on a grid of its own, into files or into the store. Each
 * pixel keeps its L* within one 16-bit step, whatever the chroma. The same luminance, chroma and provenance give the same
 * bytes. Memory is a few strips of rows, whatever the frame's size. Thread-safe.
 */
public final class FramePictures {
    /** Below it handing strips to threads costs more than they save; small frames come several at a time anyway. */
    private static final long SMALL_PIXELS = 1_000_000;

    private final ColourComposer composer;
    private final ColourComposer smallComposer = new ColourComposer(1);
    private final PictureSettings settings;
    private final PixelPermits permits;
    private final Path scratch;

    /**
     * Composes and compresses on the settings' threads, small frames on the caller's alone.
     *
     * @param permits what may be in the making for the store at a time
     * @param scratch where files lie that are on their way from or to the store
     */
    public FramePictures(PictureSettings settings, PixelPermits permits, Path scratch) {
        this.composer = new ColourComposer(settings.threads());
        this.settings = settings;
        this.permits = permits;
        this.scratch = scratch;
    }

    /** For one caller: nothing bounds what is in the making, and the system's own folder takes what is on its way. */
    public FramePictures(PictureSettings settings) {
        this(settings, PixelPermits.UNBOUNDED, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Writes the files; what was begun is deleted where one fails.
     *
     * @param luminance at the picture's resolution
     * @param fitsCards the frame's own header, empty where it has none; its ROWORDER is kept
     * @param chroma of the whole frame, on any grid; its own lightness leads colours to the luminance's edges
     */
    public void paint(
            LuminanceRows luminance,
            List<String> fitsCards,
            LabImage chroma,
            Provenance provenance,
            PictureTargets targets)
            throws IOException {
        paint(luminance, fitsCards, chroma, null, provenance, targets);
    }

    /**
     * Writes the files of a composite.
     *
     * @param known where its colours are from; null where that is the same everywhere
     * @see #paint(LuminanceRows, List, LabImage, Provenance, PictureTargets)
     */
    public void paint(
            LuminanceRows luminance,
            List<String> fitsCards,
            LabImage chroma,
            @Nullable KnownColours known,
            Provenance provenance,
            PictureTargets targets)
            throws IOException {
        boolean small = (long) luminance.width() * luminance.height() < SMALL_PIXELS;
        try (PictureWriter writer = PictureWriter.open(
                targets,
                small ? settings.withThreads(1) : settings,
                provenance,
                luminance.width(),
                luminance.height(),
                fitsCards,
                known)) {
            (small ? smallComposer : composer).compose(luminance, chroma, writer);
            writer.finish();
        }
    }

    /**
     * Writes a painting's files, its luminance fetched from the store, which is only read.
     *
     * @throws IOException where the luminance is not readable or not that frame's, or the disk fails
     * @throws io.astrochrome.storage.StoreException where the luminance is missing or altered, or the store does not answer
     */
    public void paint(Painting painting, ObjectStore store, PictureTargets targets) throws IOException {
        try (ScratchFolder folder = ScratchFolder.in(scratch)) {
            paint(painting, store, folder, targets, new StepTimes());
        }
    }

    /**
     * Makes a painting's pictures in the store: PNG, JPEG and, where the frame was FITS, FITS. Doing it twice changes
     * nothing. Waits until its pixels are permitted.
     *
     * @param keyOf the key of the picture with that extension
     * @throws IOException where the luminance is not readable or not that frame's, or the disk fails
     * @throws io.astrochrome.storage.StoreException where the luminance is missing or altered, or the store does not answer
     */
    public StoredPictures store(Painting painting, ObjectStore store, UnaryOperator<String> keyOf)
            throws IOException, InterruptedException {
        try (PixelPermits.Permit permit = permits.acquire(painting.pixels());
                ScratchFolder folder = ScratchFolder.in(scratch)) {
            StepTimes times = new StepTimes();
            Path png = folder.file("png");
            Path jpeg = folder.file("jpg");
            Path fits = painting.fits() ? folder.file("fits") : null;
            paint(painting, store, folder, new PictureTargets(png, jpeg, fits), times);
            PictureReferences pictures = new PictureReferences(
                    store.put(keyOf.apply("png"), png, "image/png"),
                    store.put(keyOf.apply("jpg"), jpeg, "image/jpeg"),
                    fits == null ? null : store.put(keyOf.apply("fits"), fits, Painting.FITS));
            times.end("store");
            return new StoredPictures(pictures, times.millis());
        }
    }

    private void paint(
            Painting painting, ObjectStore store, ScratchFolder folder, PictureTargets targets, StepTimes times)
            throws IOException {
        ObjectReference stored = painting.luminance();
        if (stored == null) {
            LabImage chroma = painting.chroma();
            paint(
                    ReducedPicture.luminance(chroma),
                    List.of(),
                    chroma,
                    painting.known(),
                    painting.provenance(),
                    targets);
        } else {
            Path file = folder.file("luminance");
            store.fetch(stored, file);
            times.end("fetch");
            try (LuminanceFile rows = LuminanceFile.open(file)) {
                painting.requireSizeOf(rows);
                paint(rows, rows.fitsCards(), painting.chroma(), painting.known(), painting.provenance(), targets);
            }
        }
        times.end("compose");
    }
}
