package io.astrochrome.metrics.observatory.pictures;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Small and grey pictures, made on demand from verified previews and kept in bounded memory. Thread-safe; one picture is
 * made at a time, so that a full page of new frames costs no more memory than one.
 */
@ApplicationScoped
class DerivedPictures {
    /** Longer side of the feed's small pictures, in px. */
    private static final int THUMBNAIL_SIDE = 640;

    /** Some hundred small pictures. */
    private static final long CACHE_BYTES = 16L << 20;

    /** No preview that colorize-service writes is as large. */
    private static final long MAX_PREVIEW_BYTES = 32L << 20;

    private final ObjectStore store;
    private final PictureCache cache = new PictureCache(CACHE_BYTES);
    private final Semaphore worker = new Semaphore(1, true);

    DerivedPictures(ObjectStore store) {
        this.store = store;
    }

    /**
     * The picture as a JPEG.
     *
     * @throws IOException where the preview is not a JPEG, or larger than is decoded
     */
    byte[] make(ObjectReference preview, DerivedPicture kind) throws IOException {
        String key = kind + "/" + preview.sha256();
        Optional<byte[]> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        if (preview.sizeBytes() > MAX_PREVIEW_BYTES) {
            throw new IOException("the preview has " + preview.sizeBytes() + " bytes, more than the "
                    + MAX_PREVIEW_BYTES + " that are decoded");
        }
        worker.acquireUninterruptibly();
        try {
            Optional<byte[]> meanwhile = cache.get(key);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            byte[] made = PreviewTransformer.make(store.fetch(preview), kind, THUMBNAIL_SIDE);
            cache.put(key, made);
            return made;
        } finally {
            worker.release();
        }
    }
}
