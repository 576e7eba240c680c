package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.platform.cache.BoundedMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The frames whose tensors the broker has or is being given, as far back as a redelivery reaches, and when it has them. Thread-safe. */
@ApplicationScoped
class RecentFrames {
    private static final int REMEMBERED = 4096;

    private final Map<String, CompletableFuture<Void>> handled =
            Collections.synchronizedMap(BoundedMap.ofNewest(REMEMBERED));

    /** Of a frame that came before: ends when the broker has what came of it, so that its record need not come again. */
    Optional<CompletableFuture<Void>> handled(FrameIngested frame) {
        return Optional.ofNullable(handled.get(key(frame)));
    }

    /** @param whole ends when the broker has all that came of it */
    void add(FrameIngested frame, CompletableFuture<Void> whole) {
        handled.put(key(frame), whole);
    }

    /** The broker refused it. */
    void remove(FrameIngested frame) {
        handled.remove(key(frame));
    }

    /** The same frame asked for with another purpose, target or palette is another piece of work. */
    private static String key(FrameIngested frame) {
        return frame.frameId() + ' ' + frame.purpose() + ' ' + frame.palette() + ' ' + frame.target();
    }
}
