package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import io.astrochrome.tensors.ElementType;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A network's values by name, in the engine's memory, which is freed on closing. Not thread-safe.
 */
public final class Parameters implements AutoCloseable {
    /** 2^64 over the golden ratio: spreads the names' hash codes over the seeds. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Map<String, ParameterSpec> specs;
    private final Precision precision;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private Predicate<String> frozen = name -> false;

    /** The values that the specifications ask for, each random from the seed and its own name. */
    public Parameters(Map<String, ParameterSpec> specs, Precision precision, long seed) {
        this.specs = specs;
        this.precision = precision;
        specs.forEach((name, spec) -> {
            PtNDArray array = Torch.instance().owned(start(spec, seed), precision, spec.sides());
            array.setRequiresGradient(spec.trainable());
            values.put(name, new Value(array));
        });
    }

    private static float[] start(ParameterSpec spec, long seed) {
        float[] numbers = new float[spec.size()];
        Arrays.fill(numbers, (float) spec.mean());
        if (spec.deviation() > 0) {
            SplittableRandom random = new SplittableRandom(seed ^ (spec.name().hashCode() * GOLDEN));
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] += (float) (random.nextGaussian() * spec.deviation());
            }
        }
        return numbers;
    }

    /**
     * The value of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Value get(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the network has no value named " + name);
        }
        return value;
    }

    /** The type of the values. */
    public Precision precision() {
        return precision;
    }

    /** What each value is. */
    public Map<String, ParameterSpec> specs() {
        return specs;
    }

    /** Values of those names stay as they are from now on: no gradients, no running statistics. */
    public void freeze(Predicate<String> names) {
        frozen = names;
        specs.forEach((name, spec) -> get(name).array().setRequiresGradient(spec.trainable() && !names.test(name)));
    }

    boolean isFrozen(String name) {
        return frozen.test(name);
    }

    /** Names of the values that gradients are taken for. */
    public List<String> learning() {
        return specs.values().stream()
                .filter(spec -> spec.trainable() && !frozen.test(spec.name()))
                .map(ParameterSpec::name)
                .toList();
    }

    /** The values of those names. */
    public List<Value> all(Collection<String> names) {
        return names.stream().map(this::get).toList();
    }

    /** A copy of every value. */
    public Map<String, Tensor> save() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ElementType type = precision == Precision.SINGLE ? ElementType.F32 : ElementType.F64;
        values.forEach((name, value) -> {
            ByteBuffer source = value.bytes();
            ByteBuffer copy = ByteBuffer.allocate(source.remaining());
            copy.put(source).flip();
            tensors.put(
                    name,
                    new Tensor(type, Objects.requireNonNull(specs.get(name)).sides(), copy));
        });
        return tensors;
    }

    /**
     * Takes over those values; the others stay.
     *
     * @throws IllegalArgumentException where one has no counterpart of the same shape; nothing has changed then
     */
    public void load(Map<String, Tensor> tensors) {
        tensors.forEach((name, tensor) -> {
            ParameterSpec spec = specs.get(name);
            if (spec == null) {
                throw new IllegalArgumentException("the network has no value named " + name);
            }
            if (!Arrays.equals(spec.sides(), tensor.shape())) {
                throw new IllegalArgumentException(
                        name + " has shape " + spec.shape() + ", not " + Arrays.toString(tensor.shape()));
            }
        });
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            List<Value> into = new ArrayList<>();
            List<Value> from = new ArrayList<>();
            tensors.forEach((name, tensor) -> {
                into.add(get(name));
                from.add(new Value(Torch.instance().owned(tensor.toFloats(), precision, tensor.shape())));
            });
            copy(into, from);
            from.forEach(value -> value.array().close());
        }
    }

    private static void copy(List<Value> into, List<Value> from) {
        if (!into.isEmpty()) {
            Torch.instance().unrecorded("copy", Tape.arrays(into), Tape.arrays(from));
        }
    }

    /** Moves every value towards another set's of the same names: {@code this += weight * (target - this)}. */
    public void moveTowards(Parameters target, double weight) {
        List<String> names = List.copyOf(specs.keySet());
        Torch.instance().unrecorded("lerp", Tape.arrays(all(names)), Tape.arrays(target.all(names)), weight);
    }

    /** Adds to one element; for central differences. */
    public void nudge(String name, int index, double by) {
        double[] numbers = get(name).toDoubles();
        numbers[index] += by;
        try (Tape tape = Tape.silent(precision)) {
            copy(
                    List.of(get(name)),
                    List.of(tape.of(
                            numbers, Objects.requireNonNull(specs.get(name)).sides())));
        }
    }

    @Override
    public void close() {
        values.values().forEach(value -> value.array().close());
    }
}
