package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import java.util.Map;
import java.util.TreeMap;

/** A way to find the curve that makes a linear frame visible. Implementations are immutable and thread-safe. */
public sealed interface Stretch permits MidtoneStretch, AsinhStretch, PercentileStretch, NoStretch {
    /** What configuration, events and {@link #named} call it. */
    String name();

    /**
     * The curve for this frame: the same frame gives the same curve. Pixels of exactly 0 are taken for missing, as
     * Siril does, and a frame without spread gets the curve that leaves it as it is.
     */
    StretchCurve fit(DecodedFrame frame);

    /**
     * The stretch of that name.
     *
     * @throws IllegalArgumentException with the names there are, where it is none of them
     */
    static Stretch named(String name) {
        Map<String, Stretch> all = new TreeMap<>();
        for (Stretch stretch : new Stretch[] {
            MidtoneStretch.LINKED, MidtoneStretch.UNLINKED, new AsinhStretch(), new PercentileStretch(), new NoStretch()
        }) {
            all.put(stretch.name(), stretch);
        }
        Stretch stretch = all.get(name);
        if (stretch == null) {
            throw new IllegalArgumentException("a stretch is one of " + all.keySet() + ", not " + name);
        }
        return stretch;
    }
}
