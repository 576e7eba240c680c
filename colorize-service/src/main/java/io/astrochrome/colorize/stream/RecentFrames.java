package io.astrochrome.colorize.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which frames have been coloured lately, or are being coloured, by whatever model; a record that comes a second time is
 * known by it, also where the model was swapped in between. Remembers so many. Thread-safe.
 */
final class RecentFrames {
    private final Map<String, Boolean> claimed;

    RecentFrames(int most) {
        claimed = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether this is the first time; it is not from now on. */
    synchronized boolean claim(String frameId) {
        return claimed.put(frameId, true) == null;
    }

    /** The frame was not coloured after all. */
    synchronized void release(String frameId) {
        claimed.remove(frameId);
    }
}
