package io.astrochrome.trainer.run;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SelfTest;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.export.OnnxValues;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A published model that a run goes on from. Its values are read back from its ONNX file, and the run begins only if the
 * network answers with them as the file does, in the views that the file takes: values can fit by name and shape, and yet
 * mean something else.
 *
 * @param modelId SHA-256 of the file
 */
public record BaseModel(String modelId, Path onnx) {
    /** Halves were rounded before; what differs more is another network. */
    private static final float TOLERANCE = 5e-3f;

    private static final int SIDE = SelfTest.DEFAULT_SIDE;

    /**
     * What the file says of itself.
     *
     * @throws RunException where it is not the model that was promised, or breaks the contract
     */
    public ModelMetadata metadata() throws RunException {
        try (ColourModel model = load()) {
            return model.metadata();
        }
    }

    private ColourModel load() throws RunException {
        try {
            return ColourModel.load(onnx, modelId, SessionSettings.cpu(1));
        } catch (ModelRejectedException e) {
            throw new RunException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Gives the learner the model's values.
     *
     * @throws RunException where the learner's network is not the model's
     */
    void into(Learner learner) throws RunException {
        try (ColourModel model = load()) {
            learner.startFrom(OnnxValues.read(onnx));
            float[] lightness = SelfTest.lightness(SIDE);
            float[] wanted = model.predict(List.of(lightness), SIDE, SIDE, null).ab();
            float worst = Float.POSITIVE_INFINITY;
            for (Views views : Views.values()) {
                float[] got = views.mean(
                        new Probe(1, SIDE, SIDE, lightness),
                        seen -> learner.predict(seen.l(), 1, seen.h(), seen.w(), false));
                worst = Math.min(worst, worst(wanted, got));
            }
            if (!(worst <= TOLERANCE)) {
                throw new RunException("model " + modelId.substring(0, 12)
                        + " cannot be gone on from: with its values the recipe's network answers otherwise, by "
                        + worst);
            }
        } catch (WeightsMismatchException e) {
            throw new RunException(
                    "model " + modelId.substring(0, 12) + " cannot be gone on from: " + e.getMessage(), e);
        } catch (RunException e) {
            throw e;
        } catch (IOException e) {
            throw new RunException("model " + modelId.substring(0, 12) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static float worst(float[] wanted, float[] got) {
        float worst = 0;
        for (int i = 0; i < wanted.length; i++) {
            float difference = Math.abs(wanted[i] - got[i]);
            if (!(difference <= worst)) {
                worst = difference;
            }
        }
        return worst;
    }
}
