package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.CalibratingOps;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.weights.PretrainedEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The generator that is trained, and its moving average. */
final class Colouriser implements AutoCloseable {
    private static final String AVERAGE = "average.";

    private final Generator network;
    private final Trained trained;
    private final @Nullable Parameters average;
    private final double decay;
    private final boolean folded;
    private final float[] looks;
    private final float[] vividness;

    Colouriser(GeneratorSettings settings, OptimiserSettings optimiser, double decay, long seed) {
        Optional<PretrainedEncoder> pretrained =
                settings.pretrained().map(file -> PretrainedEncoder.read(file, settings.encoder()));
        network = new Generator(
                settings, pretrained.map(PretrainedEncoder::conventions).orElse(Conventions.of(settings.encoder())));
        trained = new Trained(network.parameters(), optimiser, seed);
        pretrained.ifPresent(encoder -> trained.parameters().load(encoder.grey(network.encoder())));
        folded = pretrained.map(PretrainedEncoder::folded).orElse(false);
        this.decay = decay;
        looks = codes(settings);
        vividness = new float[settings.looks()];
        Arrays.fill(vividness, 1);
        average = decay > 0 ? new Parameters(network.parameters(), Precision.SINGLE, seed) : null;
        withConstants();
        restartAverage();
    }

    /** What asks for each look, {@code [looks, K]}. */
    private static float[] codes(GeneratorSettings settings) {
        int width = settings.paletteWidth();
        float[] codes = new float[settings.looks() * width];
        for (int look = 0; look < settings.looks(); look++) {
            System.arraycopy(LookReadout.code(look, width), 0, codes, look * width, width);
        }
        return codes;
    }

    private void withConstants() {
        Map<String, Tensor> values = new LinkedHashMap<>(trained.parameters().save());
        values.putAll(network.constants());
        trained.parameters().load(values);
        trained.parameters().freeze(LookReadout::isConstant);
    }

    private void restartAverage() {
        if (average != null) {
            average.load(trained.parameters().save());
        }
    }

    /** Goes on from those values; the average begins anew with them. */
    void startFrom(Map<String, Tensor> values) {
        trained.parameters().load(values);
        restartAverage();
    }

    Generator network() {
        return network;
    }

    /** What asks for each look, {@code [looks, K]}; the array itself. */
    float[] looks() {
        return looks;
    }

    Trained trained() {
        return trained;
    }

    /** What the looks' chroma is multiplied by; the array itself. */
    float[] vividness() {
        return vividness;
    }

    /** Whether the encoder's statistics are to be set from pictures before its first step. */
    boolean folded() {
        return folded;
    }

    /** Sets the encoder's statistics from pictures; its predictions stay. */
    void calibrate(TrainingBatch batch) {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Pictures pictures = Pictures.on(tape, batch);
            network.encoder().forward(new CalibratingOps(tape, trained.parameters(), Generator.ENCODER), pictures.l());
        }
        restartAverage();
    }

    Value forward(Value l, @Nullable Value palette, TorchOps.Mode mode) {
        return network.forward(new TorchOps(trained.parameters(), mode), l, palette);
    }

    /** The ab {@code [n, 2, h, w]} that those values give, steered by palettes {@code [n, K]}. */
    float[] predict(Parameters values, Probe probe, float[] palette) {
        int width = network.settings().paletteWidth();
        if (palette.length != probe.n() * width) {
            throw new IllegalArgumentException("palettes of " + probe.n() + " pictures have " + probe.n() * width
                    + " values here, not " + palette.length);
        }
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            TorchOps ops = new TorchOps(values, TorchOps.Mode.PREDICTION);
            Value l = tape.of(probe.l(), probe.n(), 1, probe.h(), probe.w());
            List<Value> features = network.encoder().forward(ops, l);
            if (looks.length == 0) {
                Value hint = width == 0 ? null : tape.of(palette, probe.n(), width, 1, 1);
                return network.colours(ops, features, l, hint).toFloats();
            }
            FirstLook first = new FirstLook(looks, vividness);
            float[] told = network.likelihoods(ops, features).toFloats();
            Value hint = tape.of(first.completed(palette, told), probe.n(), width, 1, 1);
            float[] ab = network.colours(ops, features, l, hint).toFloats();
            first.enliven(ab, palette, told);
            return ab;
        }
    }

    /** Logarithms of the looks' likelihoods with those values, up to a constant for each picture, {@code [n, looks]}. */
    float[] likelihoods(Parameters values, Probe probe) {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            TorchOps ops = new TorchOps(values, TorchOps.Mode.PREDICTION);
            Value l = tape.of(probe.l(), probe.n(), 1, probe.h(), probe.w());
            return network.likelihoods(ops, network.encoder().forward(ops, l)).toFloats();
        }
    }

    /** Moves the average towards the values of now; the first steps count more, so that the start is soon forgotten. */
    void follow(long step) {
        if (average != null) {
            double rampedDecay = Math.min(decay, (1.0 + step) / (10.0 + step));
            average.moveTowards(trained.parameters(), 1 - rampedDecay);
        }
    }

    Parameters values(boolean averaged) {
        return averaged && average != null ? average : trained.parameters();
    }

    Map<String, Tensor> save() {
        Map<String, Tensor> state = new LinkedHashMap<>(trained.save());
        if (average != null) {
            average.save().forEach((name, tensor) -> state.put(AVERAGE + name, tensor));
        }
        return state;
    }

    void load(Map<String, Tensor> state) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, Tensor> averaged = new LinkedHashMap<>();
        state.forEach((name, tensor) -> {
            if (name.startsWith(AVERAGE)) {
                averaged.put(name.substring(AVERAGE.length()), tensor);
            } else {
                own.put(name, tensor);
            }
        });
        trained.load(own);
        if (average != null) {
            average.load(averaged);
        }
    }

    @Override
    public void close() {
        trained.close();
        if (average != null) {
            average.close();
        }
    }
}
