package io.astrochrome.metrics.registry.gate;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures one model, frame by frame; holds figures and the frame before. Not thread-safe. */
final class ModelMeasurement {
    private static final float DARK_SKY = 10;

    private final ColourModel model;
    private final List<GainOverGrey> validation = new ArrayList<>();
    private final List<GainOverGrey> newest = new ArrayList<>();
    private double skyChroma;
    private long skyValues;
    private double flicker;
    private int pairs;
    private boolean finite = true;
    private @Nullable LabImage before;

    ModelMeasurement(ColourModel model) {
        this.model = model;
    }

    /** A validation frame, with colour. */
    void validation(LabTensor tensor) {
        LabImage truth = TensorPicture.of(tensor);
        LabImage coloured = coloured(tensor, truth);
        validation.add(GainOverGrey.of(truth, coloured.requireA(), coloured.requireB()));
    }

    /** The next frame of a target is of another one. */
    void nextTarget() {
        before = null;
    }

    /** A live frame, in its target's order. */
    void live(LabTensor tensor) {
        LabImage truth = TensorPicture.of(tensor);
        LabImage coloured = coloured(tensor, truth);
        if (truth.hasColour()) {
            newest.add(GainOverGrey.of(truth, coloured.requireA(), coloured.requireB()));
        }
        if (before != null && before.width() == coloured.width() && before.height() == coloured.height()) {
            flicker += (meanDifference(before.requireA(), coloured.requireA())
                            + meanDifference(before.requireB(), coloured.requireB()))
                    / 2;
            pairs++;
        }
        before = coloured;
    }

    private LabImage coloured(LabTensor tensor, LabImage picture) {
        TensorGrid grid = tensor.geometry();
        Prediction prediction =
                model.predict(List.of(HalfFloat.toFloats(tensor.lightness())), grid.height(), grid.width(), null);
        LabImage coloured = picture.withChroma(
                TensorPicture.chroma(prediction.a(0), grid), TensorPicture.chroma(prediction.b(0), grid));
        look(coloured);
        return coloured;
    }

    private void look(LabImage coloured) {
        for (int i = 0; i < coloured.lStar().length; i++) {
            float a = coloured.requireA()[i];
            float b = coloured.requireB()[i];
            finite &= Float.isFinite(a) && Float.isFinite(b);
            if (coloured.lStar()[i] < DARK_SKY) {
                skyChroma += (Math.abs(a) + Math.abs(b)) / 2;
                skyValues++;
            }
        }
    }

    private static double meanDifference(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    ModelFigures figures() {
        GainSummary gain = GainSummary.of(validation);
        return new ModelFigures(
                gain.pictures(),
                gain.gainDecibels(),
                gain.pooledGainDecibels(),
                gain.colourfulnessRatio(),
                skyChroma / skyValues,
                GainSummary.gainDecibels(newest),
                flicker / pairs,
                finite);
    }
}
