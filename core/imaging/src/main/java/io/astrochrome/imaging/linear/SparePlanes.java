package io.astrochrome.imaging.linear;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays for planes that are used again: megabytes that are thrown away with each exposure cost a collector of garbage as much as
 * stacking them. Thread-safe.
 */
public final class SparePlanes {
    private final Queue<float[]> spare = new ConcurrentLinkedQueue<>();

    /** An array with anything in it, whose taker alone has it. */
    public float[] take(int pixels) {
        float[] values = spare.poll();
        return values != null && values.length == pixels ? values : new float[pixels];
    }

    /** Takes a plane back that nobody looks at any more. */
    public void giveBack(LinearPlane plane) {
        spare.add(plane.values());
    }

    /** Lets go of all. */
    public void clear() {
        spare.clear();
    }
}
