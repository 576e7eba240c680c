package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.SqueezeFeatures;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import io.astrochrome.trainer.weights.WeightFile;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LPIPS 0.1 with SqueezeNet: how different two pictures look; Zhang et al. 2018, arXiv:1801.03924. 0 for equal pictures.
 * Owns native memory; whoever makes it closes it. Used by one thread at a time.
 */
public final class PerceptualDistance implements AutoCloseable {
    /** LPIPS's own scaling of RGB in [-1, 1]. */
    private static final double[] SHIFT = {-0.030, -0.088, -0.188};

    private static final double[] SCALE = {0.458, 0.448, 0.450};

    /** Keeps a feature vector's length from zero, as in LPIPS. */
    private static final double EPSILON = 1e-10;

    private static final String HEAD = "lin";

    private final SqueezeFeatures network = new SqueezeFeatures();
    private final Parameters parameters;
    private final List<float[]> heads;

    private PerceptualDistance(Parameters parameters, List<float[]> heads) {
        this.parameters = parameters;
        this.heads = heads;
    }

    /**
     * Reads the values of features and heads.
     *
     * @throws WeightsMismatchException where one is missing or of another shape
     * @throws io.astrochrome.trainer.engine.WrongEngineException where the engine computes one of its convolutions wrongly on
     *     this machine, and there is no way round
     */
    public static PerceptualDistance read(Path file) {
        Map<String, Tensor> tensors = WeightFile.read(file).tensors();
        SqueezeFeatures network = new SqueezeFeatures();
        Map<String, Tensor> features = new LinkedHashMap<>();
        for (ParameterSpec spec : network.parameters().values()) {
            Tensor tensor = tensors.get(spec.name());
            if (tensor == null || !Arrays.equals(tensor.shape(), spec.sides())) {
                throw new WeightsMismatchException(
                        file + " has " + tensor + " as " + spec.name() + " where LPIPS needs " + spec.shape());
            }
            features.put(spec.name(), tensor);
        }
        List<float[]> heads = new ArrayList<>();
        for (int width : network.widths()) {
            String name = HEAD + heads.size() + ".weight";
            Tensor head = tensors.get(name);
            float[] values = head == null ? new float[0] : head.toFloats();
            if (values.length != width) {
                throw new WeightsMismatchException(
                        file + " has " + head + " as " + name + " where LPIPS needs " + width + " values");
            }
            heads.add(values);
        }
        EngineCheck.require(network.convolutions());
        Parameters parameters = new Parameters(network.parameters(), Precision.SINGLE, 0);
        parameters.load(features);
        parameters.freeze(name -> true);
        return new PerceptualDistance(parameters, heads);
    }

    /**
     * The distances of pictures from one.
     *
     * @param one sRGB in [0, 1], {@code [3, h, w]}
     * @param others {@code [n, 3, h, w]}
     */
    public double[] between(float[] one, float[] others, int n, int h, int w) {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            return of(tape, tape.of(one, 1, 3, h, w), tape.of(others, n, 3, h, w))
                    .toDoubles();
        }
    }

    /** The distances {@code [N, 1, 1, 1]} of sRGB pictures in [0, 1], of each from its counterpart or of all from one. */
    Value of(Tape tape, Value first, Value second) {
        List<Value> some = features(tape, first);
        List<Value> others = features(tape, second);
        Value distance = layer(tape, some.get(0), others.get(0), heads.get(0));
        for (int i = 1; i < some.size(); i++) {
            distance = tape.add(distance, layer(tape, some.get(i), others.get(i), heads.get(i)));
        }
        return distance;
    }

    private static Value layer(Tape tape, Value some, Value others, float[] head) {
        Value difference = tape.square(tape.subtract(directions(tape, some), directions(tape, others)));
        Value weighted = tape.multiply(difference, tape.of(head, 1, head.length, 1, 1));
        return tape.mean(tape.sum(weighted, 1), 2, 3);
    }

    private List<Value> features(Tape tape, Value rgb) {
        double[] factor = new double[3];
        double[] offset = new double[3];
        for (int channel = 0; channel < factor.length; channel++) {
            factor[channel] = 2 / SCALE[channel];
            offset[channel] = (-1 - SHIFT[channel]) / SCALE[channel];
        }
        Value scaled = tape.add(tape.multiply(rgb, tape.of(factor, 1, 3, 1, 1)), tape.of(offset, 1, 3, 1, 1));
        return network.forward(new TorchOps(parameters, TorchOps.Mode.PREDICTION), scaled);
    }

    /** Each pixel's feature vector at length one. Where all features are zero the root's slope must stay finite. */
    private static Value directions(Tape tape, Value features) {
        Value length = tape.sqrt(tape.plus(tape.sum(tape.square(features), 1), EPSILON * EPSILON));
        return tape.divide(features, tape.plus(length, EPSILON));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
