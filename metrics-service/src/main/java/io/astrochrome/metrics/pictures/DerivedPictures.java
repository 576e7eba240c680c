package io.astrochrome.metrics.pictures;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.metrics.MetricsConfig;
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
    private final ObjectStore store;
    private final MetricsConfig.Pictures config;
    private final PictureCache cache;
    private final Semaphore worker = new Semaphore(1, true);

    DerivedPictures(ObjectStore store, MetricsConfig config) {
        this.store = store;
        this.config = config.pictures();
        this.cache = new PictureCache(this.config.cacheBytes());
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
        if (preview.sizeBytes() > config.maxPreviewBytes()) {
            throw new IOException("the preview has " + preview.sizeBytes() + " bytes, more than the "
                    + config.maxPreviewBytes() + " that are decoded");
        }
        worker.acquireUninterruptibly();
        try {
            Optional<byte[]> meanwhile = cache.get(key);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            byte[] made = PreviewTransformer.make(store.fetch(preview), kind, config.thumbnailSide());
            cache.put(key, made);
            return made;
        } finally {
            worker.release();
        }
    }
}
