package io.astrochrome.trainer.weights;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a stem that reads lightness in [-1, 1] from one that reads scaled RGB, so that a grey picture gives the same
 * features. With {@code v = (L + 1) / 2} in all three channels, the weights become their sum over channels, each over twice
 * its deviation; the constant rest moves the mean of the normalisation that follows. Only the rim differs a little: zeros
 * around the picture are mid grey now, and were the source's mean before.
 */
record GreyStem(InputScaling scaling) {

    Map<String, Tensor> folded(Map<String, Tensor> values, EncoderNetwork network) {
        String weight = network.stem().name() + ".weight";
        String mean = network.stemNorm().name() + ".running_mean";
        Tensor rgb = Objects.requireNonNull(values.get(weight), weight);
        int outputs = Math.toIntExact(rgb.shape()[0]);
        int channels = Math.toIntExact(rgb.shape()[1]);
        int cells = Math.toIntExact(rgb.shape()[2] * rgb.shape()[3]);
        float[] from = rgb.toFloats();
        float[] grey = new float[outputs * cells];
        float[] means = Objects.requireNonNull(values.get(mean), mean).toFloats();
        for (int output = 0; output < outputs; output++) {
            double shift = 0;
            for (int channel = 0; channel < channels; channel++) {
                double deviation = scaling.deviation()[channel];
                double offset = (0.5 - scaling.mean()[channel]) / deviation;
                for (int cell = 0; cell < cells; cell++) {
                    float value = from[(output * channels + channel) * cells + cell];
                    grey[output * cells + cell] += (float) (value / (2 * deviation));
                    shift += value * offset;
                }
            }
            means[output] -= (float) shift;
        }
        Map<String, Tensor> folded = new LinkedHashMap<>(values);
        folded.put(weight, Tensor.ofFloats(grey, outputs, 1, rgb.shape()[2], rgb.shape()[3]));
        folded.put(mean, Tensor.ofFloats(means, outputs));
        return folded;
    }
}
