package io.astrochrome.colorize.stream;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.tensors.HalfFloat;
import java.util.ArrayList;
import java.util.List;

/** Sends frames of one shape through a model together. */
final class FrameInference {
    private FrameInference() {}

    /**
     * Colours the frames, in their order.
     *
     * @throws IllegalStateException where ONNX Runtime fails
     */
    static List<ColouredFrame> colour(ColourModel model, List<WaitingFrame> frames) {
        WaitingFrame.Shape shape = frames.get(0).shape();
        List<float[]> planes = new ArrayList<>(frames.size());
        for (WaitingFrame frame : frames) {
            planes.add(HalfFloat.toFloats(frame.tensor().lightness()));
        }
        long start = System.nanoTime();
        Prediction prediction = model.predict(planes, shape.height(), shape.width(), null);
        double millisEach = (System.nanoTime() - start) / 1e6 / frames.size();
        List<ColouredFrame> coloured = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            coloured.add(new ColouredFrame(
                    frames.get(i).tensor(),
                    model.modelId(),
                    model.metadata().name(),
                    model.executionProvider(),
                    prediction.a(i),
                    prediction.b(i),
                    millisEach));
        }
        return coloured;
    }
}
