package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The frames whose tensors the broker has or is being given, as far back as a redelivery reaches. Thread-safe. */
@ApplicationScoped
class RecentFrames {
    private static final int REMEMBERED = 4096;

    private final Set<String> keys = Collections.newSetFromMap(
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, /* accessOrder= */ false) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

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
