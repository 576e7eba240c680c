package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.composing.PixelPermits;
import io.astrochrome.colorize.composing.TensorPictures;
import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a coloured frame's pictures and puts them into the store, under keys made of the model's and the frame's ids, so
 * that doing it twice changes nothing. A frame without a stored luminance is painted at the tensor's size. Thread-safe.
 */
final class PictureStore {
    private static final String FITS = "image/fits";

    private final ObjectStore store;
    private final TensorPictures painter;
    private final PixelPermits permits;
    private final Path scratch;
    private final Retry retry;

    PictureStore(ObjectStore store, TensorPictures painter, PixelPermits permits, Path scratch, Retry retry) {
        this.store = store;
        this.painter = painter;
        this.permits = permits;
        this.scratch = scratch;
        this.retry = retry;
    }

    /**
     * Where a frame's pictures are, and how long each step took.
     *
     * @param millis by the step's name, in ms
     */
    record Stored(PictureReferences pictures, Map<String, Double> millis) {}

    /**
     * Paints and stores one frame; waits for the store as long as it takes.
     *
     * @throws IOException where the luminance is not readable or the disk fails
     * @throws io.astrochrome.storage.StoreException where the luminance is missing or altered
     */
    Stored paint(ColouredFrame frame) throws IOException, InterruptedException {
        long pixels = (long) frame.tensor().geometry().frameWidth()
                * frame.tensor().geometry().frameHeight();
        try (PixelPermits.Permit permit = permits.acquire(pixels);
                ScratchFolder folder = ScratchFolder.in(scratch)) {
            Timing timing = new Timing();
            boolean fits = paint(frame, folder, timing);
            PictureReferences pictures = retry.until("storing " + name(frame), () -> put(frame, folder, fits));
            timing.end("store");
            return new Stored(pictures, timing.millis());
        }
    }

    private boolean paint(ColouredFrame frame, ScratchFolder folder, Timing timing)
            throws IOException, InterruptedException {
        LabTensor tensor = frame.tensor();
        boolean fits = TensorPictures.isFits(tensor);
        Path luminance = null;
        if (tensor.luminance() != null) {
            Path file = folder.file("luminance");
            luminance = retry.until("fetching the luminance of " + name(frame), () -> {
                store.fetch(tensor.luminance(), file);
                return file;
            });
            timing.end("fetch");
        }
        painter.paint(
                frame,
                luminance,
                new PictureTargets(folder.file("png"), folder.file("jpg"), fits ? folder.file("fits") : null));
        timing.end("compose");
        return fits;
    }

    private PictureReferences put(ColouredFrame frame, ScratchFolder folder, boolean fits) {
        return new PictureReferences(
                put(frame, folder, "png", "image/png"),
                put(frame, folder, "jpg", "image/jpeg"),
                fits ? put(frame, folder, "fits", FITS) : null);
    }

    private ObjectReference put(ColouredFrame frame, ScratchFolder folder, String extension, String mediaType) {
        String key =
                ObjectKeys.colorized(frame.modelId(), frame.tensor().frame().frameId(), extension);
        return store.put(key, folder.file(extension), mediaType);
    }

    private static String name(ColouredFrame frame) {
        return frame.tensor().frame().fileName() + " of "
                + frame.tensor().frame().target();
    }

    /** Milliseconds since the step before, by name. Not thread-safe. */
    private static final class Timing {
        private final Map<String, Double> millis = new LinkedHashMap<>();
        private long since = System.nanoTime();

        void end(String step) {
            long now = System.nanoTime();
            millis.put(step, (now - since) / 1e6);
            since = now;
        }

        Map<String, Double> millis() {
            return millis;
        }
    }
}
