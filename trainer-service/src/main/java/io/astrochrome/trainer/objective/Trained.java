package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Adam;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network's values with the optimiser that moves them. */
final class Trained implements AutoCloseable {
    private static final String OPTIMISER = "optimiser.";

    private final Parameters parameters;
    private final Adam adam;
    private final double clipNorm;
    private double rate;
    private String slowPrefix = "";
    private double slowRate;

    Trained(Map<String, ParameterSpec> specs, OptimiserSettings settings, long seed) {
        parameters = new Parameters(specs, Precision.SINGLE, seed);
        adam = new Adam(
                specs,
                Precision.SINGLE,
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                settings.weightDecay());
        clipNorm = settings.clipNorm();
    }

    Parameters parameters() {
        return parameters;
    }

    /** The learning rate of all values. */
    void rate(double learningRate) {
        rate = learningRate;
        slowPrefix = "";
    }

    /** Another learning rate for the values whose names begin so. */
    void rate(String prefix, double learningRate) {
        slowPrefix = prefix;
        slowRate = learningRate;
    }

    /**
     * Moves the values against the loss's gradient.
     *
     * @return the gradient's norm before clipping; where it or the loss is not finite, nothing has moved
     */
    double descend(Tape tape, Value loss) {
        List<String> names = parameters.learning();
        List<Value> gradients = tape.gradients(loss, parameters.all(names));
        double norm = tape.norm(gradients);
        if (!Double.isFinite(norm) || !Double.isFinite(loss.item())) {
            return norm;
        }
        if (clipNorm > 0 && norm > clipNorm) {
            tape.scaleInPlace(gradients, clipNorm / norm);
        }
        move(tape, names, gradients);
        return norm;
    }

    private void move(Tape tape, List<String> names, List<Value> gradients) {
        if (slowPrefix.isEmpty() || slowRate == rate) {
            adam.step(tape, parameters, names, gradients, rate);
            return;
        }
        for (boolean slow : new boolean[] {false, true}) {
            List<String> some = new ArrayList<>();
            List<Value> theirs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).startsWith(slowPrefix) == slow) {
                    some.add(names.get(i));
                    theirs.add(gradients.get(i));
                }
            }
            if (!some.isEmpty()) {
                adam.step(tape, parameters, some, theirs, slow ? slowRate : rate);
            }
        }
    }

    Map<String, Tensor> save() {
        Map<String, Tensor> state = new LinkedHashMap<>(parameters.save());
        adam.save().forEach((name, tensor) -> state.put(OPTIMISER + name, tensor));
        return state;
    }

    void load(Map<String, Tensor> state) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> moments = new LinkedHashMap<>();
        state.forEach((name, tensor) -> {
            if (name.startsWith(OPTIMISER)) {
                moments.put(name.substring(OPTIMISER.length()), tensor);
            } else {
                values.put(name, tensor);
            }
        });
        parameters.load(values);
        adam.load(moments);
    }

    @Override
    public void close() {
        parameters.close();
        adam.close();
    }
}
