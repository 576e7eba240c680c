package io.astrochrome.metrics.observatory.meters;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.platform.cache.BoundedMap;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much the mean colour of a sequence jumps from one frame to the next: the distance of the two frames' mean (a&#42;,
 * b&#42;). A mean does not mind that the field drifts by some pixels, so what it shows is flicker. Frames of another shape
 * are another sequence. Remembers the newest sequences only. Thread-safe.
 */
final class ColourSteps {
    private static final int MOST_SEQUENCES = 200;

    private final Map<Sequence, Means> last = BoundedMap.ofLastUsed(MOST_SEQUENCES);

    /** The step from the frame before, in CIELAB units; empty for the first of a sequence. */
    synchronized OptionalDouble of(FrameColorized frame) {
        Means now = new Means(mean(frame.a(), frame.geometry()), mean(frame.b(), frame.geometry()));
        Means before = last.put(new Sequence(frame.frame().target(), frame.modelId(), frame.geometry()), now);
        return before == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.hypot(now.a - before.a, now.b - before.b));
    }

    private static double mean(short[] plane, TensorGrid grid) {
        double sum = 0;
        for (int y = 0; y < grid.contentHeight(); y++) {
            for (int x = 0; x < grid.contentWidth(); x++) {
                sum += HalfFloat.toFloat(plane[y * grid.width() + x]);
            }
        }
        return LabScale.CHROMA * sum / ((double) grid.contentWidth() * grid.contentHeight());
    }

    /** What makes frames comparable. */
    private record Sequence(String target, String modelId, TensorGrid geometry) {}

    /** Of a frame, in CIELAB units. */
    private record Means(double a, double b) {}
}
