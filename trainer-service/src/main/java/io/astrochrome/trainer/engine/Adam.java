package io.astrochrome.trainer.engine;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adam with decoupled weight decay (Kingma and Ba 2015, arXiv:1412.6980; Loshchilov and Hutter 2019, arXiv:1711.05101), in
 * libtorch's fused kernel. Each parameter counts its own steps, so one that was frozen starts afresh. Owns its moments;
 * closing frees them.
 */
public final class Adam implements AutoCloseable {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final Precision precision;
    private final Parameters first;
    private final Parameters second;
    private final Map<String, Long> steps = new LinkedHashMap<>();

    /** Moments of zero for the trainable ones among those parameters. */
    public Adam(
            Map<String, ParameterSpec> parameters,
            Precision precision,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
        this.precision = precision;
        Map<String, ParameterSpec> moments = new LinkedHashMap<>();
        parameters.values().stream().filter(ParameterSpec::trainable).forEach(spec -> {
            moments.put(spec.name(), new ParameterSpec(spec.name(), spec.shape(), false, 0, 0));
            steps.put(spec.name(), 0L);
        });
        first = new Parameters(moments, precision, 0);
        second = new Parameters(moments, precision, 0);
    }

    /** One step of the named parameters along their gradients. */
    public void step(Tape tape, Parameters parameters, List<String> names, List<Value> gradients, double rate) {
        Map<Long, Value> counts = new LinkedHashMap<>();
        List<Value> counted = new ArrayList<>();
        for (String name : names) {
            long step = steps.merge(name, 1L, Long::sum);
            counted.add(counts.computeIfAbsent(step, count -> tape.of(new float[] {count})));
        }
        Torch.instance()
                .unrecorded(
                        "adam",
                        Tape.arrays(parameters.all(names)),
                        Tape.arrays(gradients),
                        Tape.arrays(first.all(names)),
                        Tape.arrays(second.all(names)),
                        Tape.arrays(counted),
                        rate,
                        beta1,
                        beta2,
                        weightDecay,
                        epsilon);
    }

    /** Moments and step counts, by {@code moment1.name}, {@code moment2.name} and {@code steps}. */
    public Map<String, Tensor> save() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        first.save().forEach((name, tensor) -> tensors.put("moment1." + name, tensor));
        second.save().forEach((name, tensor) -> tensors.put("moment2." + name, tensor));
        long[] counts = steps.values().stream().mapToLong(Long::longValue).toArray();
        tensors.put("steps", Tensor.ofLongs(counts, counts.length));
        return tensors;
    }

    /** Takes over what {@link #save} gave for the same parameters. */
    public void load(Map<String, Tensor> tensors) {
        first.load(within("moment1.", tensors));
        second.load(within("moment2.", tensors));
        var counts = Objects.requireNonNull(tensors.get("steps")).littleEndian().asLongBuffer();
        steps.replaceAll((name, step) -> counts.get());
    }

    private static Map<String, Tensor> within(String prefix, Map<String, Tensor> tensors) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            }
        });
        return found;
    }

    /** The type of the parameters it moves. */
    public Precision precision() {
        return precision;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
