package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.GeneratorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One generator, its critic where there is one, their optimisers and the generator's moving average. The same settings,
 * seed, batches and calls give the same values bit by bit on one machine, also across {@link #state} and
 * {@link #restore}. Used by one thread at a time. Whoever makes it closes it: it owns native memory.
 */
@SuppressWarnings("DoNotCallSuggester") // the seam alone, for its callers to compile against
public final class Learner implements AutoCloseable {
    /**
     * Random values from the seed, then the encoder's pre-trained ones where the settings name a file.
     *
     * @param critic null for the pixel loss alone
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where a weight file does not fit
     */
    public Learner(
            GeneratorSettings generator,
            CriticSettings critic,
            ObjectiveSettings objective,
            OptimiserSettings optimiser,
            long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * One step of the critic; the generator stays as it is. An update that would not be finite is left out and shows in
     * the losses.
     *
     * @throws IllegalStateException where there is no critic
     */
    public StepLosses criticStep(TrainingBatch batch) {
        throw new UnsupportedOperationException();
    }

    /**
     * One step of the generator and of its moving average; the critic stays as it is. An update that would not be
     * finite is left out and shows in the losses.
     *
     * @param adversarial whether the critic's opinion counts; false while warming up
     */
    public StepLosses generatorStep(TrainingBatch batch, boolean adversarial) {
        throw new UnsupportedOperationException();
    }

    /** Learning rates of the steps that follow. */
    public void learningRates(double generator, double critic) {
        throw new UnsupportedOperationException();
    }

    /** Whether the encoder's parameters and statistics stay as they are in the steps that follow. */
    public void encoderFrozen(boolean frozen) {
        throw new UnsupportedOperationException();
    }

    /**
     * The predicted ab of {@code n} pictures, {@code [n, 2, h, w]} in [-1, 1], with the BN statistics learnt so far and
     * without dropout.
     *
     * @param ema the moving average's values rather than the last step's
     */
    public float[] predict(float[] l, int n, int h, int w, boolean ema) {
        throw new UnsupportedOperationException();
    }

    /**
     * A copy of all that decides what comes next: parameters, BN statistics, both Adam moments, the moving average and
     * the counters.
     */
    public Map<String, Tensor> state() {
        throw new UnsupportedOperationException();
    }

    /**
     * Continues where {@link #state} was taken.
     *
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where a tensor is missing, unknown or of another
     *     shape; nothing has changed then
     */
    public void restore(Map<String, Tensor> state) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the generator as an ONNX file of the project's model contract.
     *
     * @param metadata goes into the file's {@code metadata_props} as it is
     * @throws io.astrochrome.trainer.export.ExportRefusedException where ONNX Runtime and this learner differ by more
     *     than 1e-4 on the probe; no file is written then
     */
    public void export(Path onnx, ExportOptions options, Map<String, String> metadata) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
