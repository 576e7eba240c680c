package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.platform.cache.BoundedMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;

/** The frames whose tensors the broker has or is being given, as far back as a redelivery reaches. Thread-safe. */
@ApplicationScoped
class RecentFrames {
    private static final int REMEMBERED = 4096;

    private final Set<String> keys =
            Collections.newSetFromMap(Collections.synchronizedMap(BoundedMap.ofNewest(REMEMBERED)));

    boolean contains(FrameIngested frame) {
        return keys.contains(key(frame));
    }

    void add(FrameIngested frame) {
        keys.add(key(frame));
    }

    /** The broker refused it. */
    void remove(FrameIngested frame) {
        keys.remove(key(frame));
    }

    /** The same frame asked for with another purpose, target or palette is another piece of work. */
    private static String key(FrameIngested frame) {
        return frame.frameId() + ' ' + frame.purpose() + ' ' + frame.palette() + ' ' + frame.target();
    }
}
