package io.astrochrome.trainer.engine;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.BatchNorm;
import java.util.Map;

/**
 * Sets batch normalisations' statistics to those of the pictures that flow through, and their weights and biases so that
 * what they predict stays the same. Makes a network whose normalisations were folded away trainable again. Run it on a
 * silent tape.
 */
public final class CalibratingOps extends TorchOps {
    private final Tape tape;
    private final String prefix;

    /** Calibrates the normalisations whose names start with {@code prefix}. */
    public CalibratingOps(Tape tape, Parameters parameters, String prefix) {
        super(parameters, Mode.PREDICTION);
        this.tape = tape;
        this.prefix = prefix;
    }

    @Override
    public Value batchNorm(Value x, BatchNorm norm) {
        if (norm.name().startsWith(prefix)) {
            calibrate(x, norm);
        }
        return super.batchNorm(x, norm);
    }

    private void calibrate(Value x, BatchNorm norm) {
        Value mean = tape.mean(x, 0, 2, 3);
        double[] means = mean.toDoubles();
        double[] variances =
                tape.mean(tape.square(tape.subtract(x, mean)), 0, 2, 3).toDoubles();
        String name = norm.name();
        float[] oldMeans = parameters().get(name + ".running_mean").toFloats();
        float[] oldVariances = parameters().get(name + ".running_var").toFloats();
        float[] weights = parameters().get(name + ".weight").toFloats();
        float[] biases = parameters().get(name + ".bias").toFloats();
        float[] newMeans = new float[means.length];
        float[] newVariances = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            double slope = weights[i] / Math.sqrt(oldVariances[i] + norm.epsilon());
            weights[i] = (float) (slope * Math.sqrt(variances[i] + norm.epsilon()));
            biases[i] += (float) (slope * (means[i] - oldMeans[i]));
            newMeans[i] = (float) means[i];
            newVariances[i] = (float) variances[i];
        }
        parameters()
                .load(Map.of(
                        name + ".running_mean", Tensor.ofFloats(newMeans, means.length),
                        name + ".running_var", Tensor.ofFloats(newVariances, means.length),
                        name + ".weight", Tensor.ofFloats(weights, means.length),
                        name + ".bias", Tensor.ofFloats(biases, means.length)));
    }
}
