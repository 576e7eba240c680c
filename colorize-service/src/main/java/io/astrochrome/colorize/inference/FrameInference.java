package io.astrochrome.colorize.inference;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.catalogue.PictureFacts;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends frames of one shape through a model together. */
public final class FrameInference {
    private FrameInference() {}

    /**
     * Colours frames whose grids have the same height and width, in their order.
     *
     * @throws IllegalStateException where ONNX Runtime fails, or the model answers with something that is no colour
     */
    public static List<ColouredFrame> colour(ColourModel model, List<LabTensor> frames) {
        return colour(model, frames, Collections.nCopies(frames.size(), Guidance.NONE));
    }

    /**
     * Colours frames whose grids have the same height and width, in their order, each steered by its own palette.
     *
     * @param guidance one a frame
     * @throws IllegalStateException where ONNX Runtime fails, or the model answers with something that is no colour
     */
    public static List<ColouredFrame> colour(ColourModel model, List<LabTensor> frames, List<Guidance> guidance) {
        Pass pass = pass(model, frames, guidance);
        List<ColouredFrame> coloured = new ArrayList<>(pass.coloured);
        List<Integer> again = new ArrayList<>();
        List<Guidance> better = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Optional<Guidance> other =
                    guidance.get(i).suitsBetter(model, pass.prediction.looks(i), facts(frames.get(i)));
            if (other.isPresent()) {
                again.add(i);
                better.add(other.get());
            }
        }
        if (!again.isEmpty()) {
            List<ColouredFrame> other =
                    pass(model, again.stream().map(frames::get).toList(), better).coloured;
            for (int i = 0; i < again.size(); i++) {
                coloured.set(again.get(i), other.get(i));
            }
        }
        return coloured;
    }

    /** What is known of a frame beside its lightness. */
    private static Set<String> facts(LabTensor tensor) {
        return PictureFacts.of(
                tensor.frame().target(), tensor.frame().labels().get(FrameLabels.CLASS), tensor.filters());
    }

    /** What one pass through the network gives. */
    private record Pass(List<ColouredFrame> coloured, Prediction prediction) {}

    private static Pass pass(ColourModel model, List<LabTensor> frames, List<Guidance> guidance) {
        TensorGrid shape = frames.get(0).geometry();
        List<float[]> planes = new ArrayList<>(frames.size());
        for (LabTensor frame : frames) {
            planes.add(HalfFloat.toFloats(frame.lightness()));
        }
        List<float[]> palettes = new ArrayList<>(frames.size());
        guidance.forEach(each -> palettes.add(each.vector()));
        long start = System.nanoTime();
        float[] vividness = new float[guidance.size()];
        for (int i = 0; i < vividness.length; i++) {
            vividness[i] = guidance.get(i).vividness();
        }
        Prediction prediction =
                model.predict(planes, palettes, shape.height(), shape.width()).vivid(vividness);
        double millisEach = (System.nanoTime() - start) / 1e6 / frames.size();
        requireColours(model, prediction);
        List<ColouredFrame> coloured = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            ColouredFrame made = new ColouredFrame(
                    frames.get(i),
                    model.modelId(),
                    model.metadata().name(),
                    model.executionProvider(),
                    guidance.get(i).recorded(model, prediction.looks(i)),
                    prediction.a(i),
                    prediction.b(i),
                    millisEach);
            coloured.add(guidance.get(i).places() == null ? made : steered(made, guidance.get(i)));
        }
        return new Pass(coloured, prediction);
    }

    private static ColouredFrame steered(ColouredFrame made, Guidance guidance) {
        LabTensor tensor = made.tensor();
        LabImage steered = guidance.steer(ReducedPicture.of(tensor, made.a(), made.b()));
        return made.withChroma(
                ReducedPicture.onGrid(tensor, steered.requireA()), ReducedPicture.onGrid(tensor, steered.requireB()));
    }

    private static void requireColours(ColourModel model, Prediction prediction) {
        for (float value : prediction.ab()) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("the model " + model.metadata().name() + " answers with " + value);
            }
        }
    }
}
