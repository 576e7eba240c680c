package io.astrochrome.colorize.palette;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.platform.cache.BoundedMap;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The palettes of frames that others are to look like, by id; read from the object store once. Not thread-safe. */
final class FramePalettes {
    private static final Logger LOG = Logger.getLogger(FramePalettes.class);
    private static final int REMEMBERED = 64;
    private static final long MOST_BYTES = 512L << 20;
    private static final long MOST_PIXELS = 80_000_000;
    /** Beside it frames are composed. */
    private static final int PART_OF_HEAP = 3;

    private final ObjectStore store;
    private final Path scratch;
    private final PicturePalette palettes = new PicturePalette(new FrameDecoder(
            new DecodeLimits(MOST_BYTES, MOST_PIXELS, Runtime.getRuntime().maxMemory() / PART_OF_HEAP)));
    private final Map<String, Optional<Palette>> remembered = BoundedMap.ofLastUsed(REMEMBERED);

    FramePalettes(ObjectStore store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    /** The frame's colours; empty, with a word in the log, where it is not there or has none. */
    Optional<Palette> of(String frameId) throws IOException {
        Optional<Palette> known = remembered.get(frameId);
        if (known == null) {
            known = read(frameId);
            remembered.put(frameId, known);
        }
        return known;
    }

    private Optional<Palette> read(String frameId) throws IOException {
        Optional<StoredObject> stored = store.stat(ObjectKeys.frame(frameId));
        if (stored.isEmpty()) {
            LOG.warnf("a palette like frame %s is asked for, which is not in the store", frameId);
            return Optional.empty();
        }
        Path file = Files.createTempFile(scratch, "astrochrome-like-", ".frame");
        try {
            store.fetch(
                    new ObjectReference(
                            stored.get().bucket(),
                            stored.get().key(),
                            stored.get().sizeBytes(),
                            frameId),
                    file);
            return Optional.of(palettes.of(file, PaletteRequest.LIKE + frameId));
        } catch (ObjectMissingException | ObjectAlteredException | IllegalArgumentException e) {
            LOG.warnf("a palette like frame %s cannot be had: %s", frameId, e.getMessage());
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
