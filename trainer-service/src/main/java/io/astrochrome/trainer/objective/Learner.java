package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.export.OnnxModelFile;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.PaletteFilm;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One generator, its critic where there is one, their optimisers and the generator's moving average. The same settings,
 * seed, batches and calls give the same values bit by bit on one machine, also across {@link #state} and
 * {@link #restore}. Used by one thread at a time. Whoever makes it closes it: it owns native memory.
 */
public final class Learner implements AutoCloseable {
    private static final String GENERATOR = "generator.";
    private static final String CRITIC = "critic.";
    private static final String COUNTERS = "counters";
    private static final String VIVIDNESS = "vividness";
    /** Its gradient meets none of another term's, so that its size is a matter of clipping alone. */
    private static final double LIKELIHOOD_WEIGHT = 0.1;

    private final long seed;
    private final Colouriser colouriser;
    private final @Nullable Opponent opponent;
    private final GeneratorObjective generatorObjective;
    private long generatorSteps;
    private boolean calibrated;
    private @Nullable Probe lastProbe;

    /**
     * Random values from the seed, then the encoder's pre-trained ones where the settings name a file. The learning rates
     * are zero until they are set.
     *
     * @param critic null for the pixel loss alone
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where a weight file does not fit
     * @throws io.astrochrome.trainer.engine.WrongEngineException where the engine computes one of the networks' convolutions
     *     wrongly on this machine, and there is no way round
     */
    public Learner(
            GeneratorSettings generator,
            @Nullable CriticSettings critic,
            ObjectiveSettings objective,
            OptimiserSettings optimiser,
            long seed) {
        this.seed = seed;
        generatorObjective = new GeneratorObjective(objective);
        colouriser = new Colouriser(generator, optimiser, objective.emaDecay(), seed);
        opponent = critic == null || objective.adversarial() == Adversarial.NONE
                ? null
                : new Opponent(critic, objective, optimiser, seed);
        requireRightEngine();
    }

    private void requireRightEngine() {
        Map<ConvShape, Feature> once = new LinkedHashMap<>(colouriser.network().convolutions());
        if (opponent != null) {
            once.putAll(opponent.otherConvolutions());
        }
        try {
            EngineCheck.require(once, opponent == null ? Map.of() : opponent.penalisedConvolutions());
        } catch (WrongEngineException e) {
            close();
            throw e;
        }
    }

    /**
     * One step of the critic; the generator stays as it is. An update that would not be finite is left out and shows in
     * the losses.
     *
     * @throws IllegalStateException where there is no critic
     */
    public StepLosses criticStep(TrainingBatch batch) {
        if (opponent == null) {
            throw new IllegalStateException("there is no critic: the objective is the pixel loss alone");
        }
        calibrateOnce(batch);
        float[] fake;
        long stepSeed = Seeds.of(seed, Seeds.CRITIC, opponent.steps());
        try (Tape tape = Tape.silent(Precision.SINGLE, stepSeed)) {
            Pictures pictures = Pictures.on(tape, batch);
            Value hint = hint(tape, batch, trainingHints(batch, stepSeed));
            fake = colouriser
                    .forward(pictures.l(), hint, TorchOps.Mode.REHEARSAL)
                    .toFloats();
        }
        return opponent.step(batch, fake, stepSeed);
    }

    /**
     * One step of the generator and of its moving average; the critic stays as it is. An update that would not be
     * finite is left out and shows in the losses.
     *
     * @param adversarial whether the critic's opinion counts; false while warming up
     * @throws IllegalStateException where the critic's opinion is asked for and there is no critic
     */
    public StepLosses generatorStep(TrainingBatch batch, boolean adversarial) {
        if (adversarial && opponent == null) {
            throw new IllegalStateException("there is no critic: the objective is the pixel loss alone");
        }
        calibrateOnce(batch);
        lastProbe = new Probe(1, batch.h(), batch.w(), Arrays.copyOf(batch.l(), batch.h() * batch.w()));
        long stepSeed = Seeds.of(seed, Seeds.GENERATOR, generatorSteps);
        Optional<LookErrors> tried = colouriser.looks().length == 0
                ? Optional.empty()
                : Optional.of(new LookTrial(colouriser).of(batch, stepSeed));
        try (Tape tape = Tape.recording(Precision.SINGLE, stepSeed)) {
            Pictures pictures = Pictures.on(tape, batch);
            float[] hints = trainingHints(batch, stepSeed);
            float[] absent = PaletteHint.absent(hints, batch.n());
            tried.ifPresent(errors -> PaletteHint.put(errors, colouriser.looks(), hints, absent));
            Generator network = colouriser.network();
            TorchOps ops = new TorchOps(colouriser.trained().parameters(), TorchOps.Mode.TRAINING);
            List<Value> features = network.encoder().forward(ops, pictures.l());
            Value ab = network.colours(ops, features, pictures.l(), hint(tape, batch, hints));
            Value unguided = tape.of(absent, batch.n(), 1, 1, 1);
            Losses losses = generatorObjective.of(tape, pictures, ab, unguided);
            tried.ifPresent(errors -> losses.add(
                    tape, "likelihood", likelihood(tape, network, ops, features, errors), LIKELIHOOD_WEIGHT));
            if (adversarial && opponent != null) {
                losses.add(tape, "adversarial", opponent.generatorLoss(tape, pictures.l(), ab), 1);
            }
            double norm = colouriser.trained().descend(tape, losses.total());
            StepLosses measured = losses.measured(norm);
            if (measured.finite()) {
                colouriser.follow(generatorSteps);
                generatorSteps++;
            }
            return measured;
        }
    }

    /** What the network sees is learnt from colours alone: no gradient goes from here into the encoder. */
    private static Value likelihood(
            Tape tape, Generator network, TorchOps ops, List<Value> features, LookErrors errors) {
        float[] wanted = errors.likelihoods();
        Value told =
                network.likelihoods(ops, features.stream().map(tape::detach).toList());
        return LikelihoodTerm.of(tape, tape.of(wanted, wanted.length / errors.looks(), errors.looks(), 1, 1), told);
    }

    /** Empty for a network without a palette. */
    private float[] trainingHints(TrainingBatch batch, long stepSeed) {
        int width = paletteWidth();
        return width == 0 ? new float[0] : PaletteHint.forTraining(batch, width, stepSeed);
    }

    private @Nullable Value hint(Tape tape, TrainingBatch batch, float[] hints) {
        return hints.length == 0 ? null : tape.of(hints, batch.n(), paletteWidth(), 1, 1);
    }

    private int paletteWidth() {
        return colouriser.network().settings().paletteWidth();
    }

    private void calibrateOnce(TrainingBatch batch) {
        if (colouriser.folded() && !calibrated) {
            colouriser.calibrate(batch);
            calibrated = true;
        }
    }

    /**
     * How vivid the looks are.
     *
     * @param vividness what their chroma is multiplied by, {@code [looks]}
     * @throws IllegalArgumentException where there are more or fewer looks than the generator has
     */
    public void offer(float... vividness) {
        float[] own = colouriser.vividness();
        if (vividness.length != own.length) {
            throw new IllegalArgumentException("this generator has " + own.length + " looks, not " + vividness.length);
        }
        System.arraycopy(vividness, 0, own, 0, own.length);
    }

    /** What asks for each look in the palette's place, {@code [looks, K]}; a copy. */
    public float[] looks() {
        return colouriser.looks().clone();
    }

    /**
     * Logarithms of the looks' likelihoods for {@code n} pictures, up to a constant for each picture.
     *
     * @param ema the moving average's values rather than the last step's
     * @return {@code [n, looks]}
     */
    public float[] likelihoods(float[] l, int n, int h, int w, boolean ema) {
        return colouriser.likelihoods(colouriser.values(ema), new Probe(n, h, w, l));
    }

    /** Learning rates of the steps that follow, the same for all of the generator. */
    public void learningRates(double generator, double critic) {
        learningRates(generator, generator, critic);
    }

    /**
     * Learning rates of the steps that follow.
     *
     * @param generator of the generator but its encoder
     * @param encoder of its encoder
     */
    public void learningRates(double generator, double encoder, double critic) {
        colouriser.trained().rate(generator);
        colouriser.trained().rate(Generator.ENCODER, encoder);
        if (opponent != null) {
            opponent.trained().rate(critic);
        }
    }

    /** Whether the encoder's parameters and statistics stay as they are in the steps that follow. */
    public void encoderFrozen(boolean frozen) {
        colouriser
                .trained()
                .parameters()
                .freeze(name -> LookReadout.isConstant(name) || (frozen && name.startsWith(Generator.ENCODER)));
    }

    /**
     * The predicted ab of {@code n} pictures, {@code [n, 2, h, w]} in [-1, 1], with the BN statistics learnt so far and
     * without dropout.
     *
     * @param ema the moving average's values rather than the last step's
     */
    public float[] predict(float[] l, int n, int h, int w, boolean ema) {
        return predict(l, new float[n * paletteWidth()], n, h, w, ema);
    }

    /**
     * The same, steered by palettes.
     *
     * @param palette as {@link io.astrochrome.imaging.palette.PaletteLayout} lays them out, {@code [n, K]}; zeros leave a picture unguided
     * @throws IllegalArgumentException where the palette's length is not that of the generator's input
     */
    public float[] predict(float[] l, float[] palette, int n, int h, int w, boolean ema) {
        return colouriser.predict(colouriser.values(ema), new Probe(n, h, w, l), palette);
    }

    /**
     * Begins with a trained generator's values instead of random ones; the optimisers and the critic begin anew.
     *
     * @param values by name; those that the generator does not have are passed over
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where one is missing or of another shape
     */
    public void startFrom(Map<String, Tensor> values) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, Tensor> beginnings = colouriser.trained().parameters().save();
        colouriser.network().parameters().forEach((name, spec) -> {
            Tensor value = values.get(name);
            if (value == null && name.startsWith(Generator.LOOKS)) {
                own.put(name, name.startsWith(LookReadout.STEER) ? unsteered(values) : beginnings.get(name));
                return;
            }
            if (value == null || !Arrays.equals(value.shape(), spec.sides())) {
                throw new WeightsMismatchException("the model has "
                        + (value == null ? "no value" : Arrays.toString(value.shape())) + " for " + name + " where "
                        + spec.shape() + " is needed");
            }
            own.put(name, value);
        });
        colouriser.startFrom(own);
        calibrated = true;
    }

    /** Steering of a model that offered no looks: what asks for a look changes nothing else. */
    private Tensor unsteered(Map<String, Tensor> values) {
        GeneratorSettings settings = colouriser.network().settings();
        Tensor hidden = values.get(PaletteFilm.INPUT_WEIGHT);
        if (hidden == null) {
            throw new WeightsMismatchException(
                    "the model has no value for " + PaletteFilm.INPUT_WEIGHT + " where looks need a palette");
        }
        float[] weights = hidden.toFloats();
        int width = settings.paletteWidth();
        int channels = weights.length / width;
        int asked = 2 * settings.looks();
        float[] steering = new float[channels * asked];
        for (int i = 0; i < steering.length; i++) {
            steering[i] = -weights[i / asked * width + width - 1] / 2; // each look is asked for twice, for a and for b
        }
        return Tensor.ofFloats(steering, channels, asked, 1, 1);
    }

    /**
     * A copy of all that decides what comes next: parameters, BN statistics, both Adam moments, the moving average and
     * the counters. Learning rates and freezing are the schedule's, and are not among it.
     */
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        colouriser.save().forEach((name, tensor) -> state.put(GENERATOR + name, tensor));
        if (opponent != null) {
            opponent.trained().save().forEach((name, tensor) -> state.put(CRITIC + name, tensor));
        }
        if (colouriser.looks().length > 0) {
            state.put(VIVIDNESS, Tensor.ofFloats(colouriser.vividness(), colouriser.vividness().length));
        }
        long criticSteps = opponent == null ? 0 : opponent.steps();
        state.put(COUNTERS, Tensor.ofLongs(new long[] {generatorSteps, criticSteps, calibrated ? 1 : 0}, 3));
        return state;
    }

    /**
     * Continues where {@link #state} was taken.
     *
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where a tensor is missing, unknown or of another
     *     shape; nothing has changed then
     */
    public void restore(Map<String, Tensor> state) {
        requireSameShape(state(), state);
        colouriser.load(within(GENERATOR, state));
        if (colouriser.looks().length > 0) {
            offer(Objects.requireNonNull(state.get(VIVIDNESS)).toFloats());
        }
        LongBuffer counters =
                Objects.requireNonNull(state.get(COUNTERS)).littleEndian().asLongBuffer();
        generatorSteps = counters.get(0);
        calibrated = counters.get(2) != 0;
        if (opponent != null) {
            opponent.trained().load(within(CRITIC, state));
            opponent.steps(counters.get(1));
        }
    }

    private static void requireSameShape(Map<String, Tensor> own, Map<String, Tensor> given) {
        TreeSet<String> names = new TreeSet<>(own.keySet());
        names.addAll(given.keySet());
        for (String name : names) {
            Tensor mine = own.get(name);
            Tensor other = given.get(name);
            if (mine == null || other == null) {
                throw new WeightsMismatchException(
                        "the checkpoint " + (other == null ? "lacks " : "has an unknown ") + name);
            }
            if (mine.type() != other.type() || !Arrays.equals(mine.shape(), other.shape())) {
                throw new WeightsMismatchException(
                        "the checkpoint has " + other + " as " + name + " where " + mine + " is needed");
            }
        }
    }

    private static Map<String, Tensor> within(String prefix, Map<String, Tensor> state) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        state.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            }
        });
        return found;
    }

    /**
     * Writes the generator as an ONNX file of the project's model contract, with a self-test.
     *
     * @param metadata goes into the file's {@code metadata_props} as it is
     * @throws io.astrochrome.trainer.export.ExportRefusedException where ONNX Runtime and this learner differ by more
     *     than 1e-4 on the probe; no file is written then
     */
    public void export(Path onnx, ExportOptions options, Map<String, String> metadata) throws IOException {
        Probe probe = options.chosenProbe().orElse(lastProbe);
        new CheckedExport(colouriser, options).write(onnx, probe, metadata);
    }

    /** Channels of the decoder's feature maps that looks read, the deepest first. */
    public List<Integer> mapChannels() {
        return colouriser.network().mapChannels();
    }

    /** Writes what the generator makes of pictures where nothing is asked for, as {@link OnnxModelFile#writeDecoder} does. */
    public void exportDecoder(Path onnx) throws IOException {
        OnnxModelFile.writeDecoder(
                onnx, colouriser.network(), colouriser.values(true).save());
    }

    @Override
    public void close() {
        generatorObjective.close();
        colouriser.close();
        if (opponent != null) {
            opponent.close();
        }
    }
}
