package io.astrochrome.trainer.data;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Small made-up pictures: blobs whose colour follows from their lightness, so that there is something to learn. */
public final class Pictures {
    private Pictures() {}

    /** A picture's tensor; {@code number} decides its id and its pixels. */
    public static LabTensor tensor(int number, Purpose purpose) {
        return tensor(number, purpose, 64, 64);
    }

    /** The same picture as {@code number}, brighter, as a frame of its own. */
    public static LabTensor restretched(int number, int newNumber) {
        LabTensor tensor = tensor(number, Purpose.TRAIN);
        LabTensor own = tensor(newNumber, Purpose.TRAIN);
        float[] brighter = HalfFloat.toFloats(tensor.lightness());
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] = (float) (2 * Math.sqrt((brighter[i] + 1) / 2) - 1);
        }
        return new LabTensor(
                own.frame(),
                own.geometry(),
                own.stretch(),
                null,
                Instant.EPOCH,
                HalfFloat.fromFloats(brighter),
                tensor.a(),
                tensor.b());
    }

    /** A picture's tensor of that size. */
    public static LabTensor tensor(int number, Purpose purpose, int width, int height) {
        String id = "%064x".formatted(number + 1);
        float[] l = new float[width * height];
        float[] a = new float[l.length];
        float[] b = new float[l.length];
        for (int i = 0; i < l.length; i++) {
            int x = i % width;
            int y = i / width;
            double light = 0.5 + 0.5 * Math.sin(0.11 * x + number) * Math.cos(0.07 * y + 2.0 * number);
            l[i] = (float) (2 * light - 1);
            a[i] = (float) (0.25 * light);
            b[i] = (float) (0.3 * light - 0.15);
        }
        FrameIngested frame = new FrameIngested(
                id,
                "target-" + number % 3,
                new ObjectReference("test", "frames/" + id, 1, id),
                "image/png",
                "picture-" + number + ".png",
                purpose,
                "test",
                null,
                Instant.EPOCH,
                null,
                Map.of(
                        TrainingLabels.GROUP,
                        "g" + number,
                        TrainingLabels.CATEGORY,
                        number % 2 == 0 ? "nebula" : "galaxy"));
        return new LabTensor(
                frame,
                new TensorGrid(width, height, width, height, width, height),
                new StretchApplied("none", "frame", Map.of()),
                null,
                Instant.EPOCH,
                HalfFloat.fromFloats(l),
                HalfFloat.fromFloats(a),
                HalfFloat.fromFloats(b));
    }

    /** So many pictures for training and for validation, in that store. */
    public static PictureSet fill(TensorStore store, int training, int validation) throws IOException {
        for (int i = 0; i < training + validation; i++) {
            store.add(tensor(i, i < training ? Purpose.TRAIN : Purpose.VALIDATION));
        }
        return store.load();
    }
}
