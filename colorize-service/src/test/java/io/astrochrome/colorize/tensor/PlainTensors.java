package io.astrochrome.colorize.tensor;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Tensors of frames that are in no store. */
public final class PlainTensors {
    /** With padding on both sides. */
    public static final TensorGrid PADDED = new TensorGrid(500, 190, 64, 32, 50, 19);

    /** Without. */
    public static final TensorGrid SQUARE = new TensorGrid(64, 64, 64, 64, 64, 64);

    private PlainTensors() {}

    public static FrameIngested frame(String target, Purpose purpose) {
        String id = Sha256.of(target.getBytes(StandardCharsets.UTF_8));
        return new FrameIngested(
                id,
                target,
                new ObjectReference("astrochrome", "frames/" + id, 1, id),
                "image/png",
                target + ".png",
                purpose,
                "test",
                null,
                Instant.EPOCH,
                null,
                Map.of());
    }

    /** A live frame on a slope of lightness, from dark at the left to light at the right. */
    public static LabTensor slope(String target, TensorGrid grid) {
        return of(frame(target, Purpose.LIVE), grid, false);
    }

    /** The same frame, which says what its colours are: reddest at the right. */
    public static LabTensor inColour(String target, TensorGrid grid) {
        return of(frame(target, Purpose.LIVE), grid, true);
    }

    public static LabTensor of(FrameIngested frame, TensorGrid grid, boolean coloured) {
        float[] lightness = new float[grid.pixels()];
        float[] a = new float[grid.pixels()];
        for (int i = 0; i < lightness.length; i++) {
            // Exact as half floats: what comes out is what went in.
            lightness[i] = i % grid.width() / 64f - 0.5f;
            a[i] = i % grid.width() / 128f;
        }
        return new LabTensor(
                frame,
                grid,
                new StretchApplied("none", "frame", Map.of()),
                null,
                Instant.EPOCH,
                HalfFloat.fromFloats(lightness),
                coloured ? HalfFloat.fromFloats(a) : null,
                coloured ? new short[a.length] : null);
    }
}
