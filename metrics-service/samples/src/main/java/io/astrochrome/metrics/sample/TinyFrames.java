package io.astrochrome.metrics.sample;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.testkit.model.TinyModel;
import java.time.Instant;
import java.util.Map;

/** Tensors whose true colours are those that a tiny model gives: that model is perfect, others are as bad as they are far. */
public final class TinyFrames {
    private static final int SIDE = 64;

    private TinyFrames() {}

    /** A frame of that target; the same number is the same frame. */
    public static LabTensor of(String target, int number, Purpose purpose, TinyModel truth) {
        String id = SampleFrame.sha256(target + " " + number);
        float[] l = new float[SIDE * SIDE];
        float[] a = new float[l.length];
        float[] b = new float[l.length];
        for (int i = 0; i < l.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            l[i] = (float) Math.sin(0.1 * x + number) * (float) Math.cos(0.07 * y + 2.0 * number);
            a[i] = truth.a(l[i]);
            b[i] = truth.b(l[i]);
        }
        FrameIngested frame = new FrameIngested(
                id,
                target,
                new ObjectReference("astrochrome", "frames/" + id, 1, id),
                "image/png",
                number + ".png",
                purpose,
                "test",
                null,
                Instant.now(),
                null,
                Map.of());
        return new LabTensor(
                frame,
                new TensorGrid(SIDE, SIDE, SIDE, SIDE, SIDE, SIDE),
                new StretchApplied("none", "frame", Map.of()),
                null,
                Instant.now(),
                HalfFloat.fromFloats(l),
                HalfFloat.fromFloats(a),
                HalfFloat.fromFloats(b));
    }
}
