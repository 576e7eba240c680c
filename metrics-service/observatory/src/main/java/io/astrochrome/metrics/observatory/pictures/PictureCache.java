package io.astrochrome.metrics.observatory.pictures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures by key, the least recently used ones dropped beyond a number of bytes. Thread-safe. */
final class PictureCache {
    private final long maxBytes;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    PictureCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(pictures.get(key));
    }

    synchronized void put(String key, byte[] picture) {
        byte[] before = pictures.put(key, picture);
        bytes += picture.length - (before == null ? 0 : before.length);
        var eldest = pictures.entrySet().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
