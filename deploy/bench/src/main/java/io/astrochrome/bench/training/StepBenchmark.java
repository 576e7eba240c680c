package io.astrochrome.bench.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.trainer.engine.ConvolutionWay;
import io.astrochrome.trainer.engine.EngineMeasurement;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.objective.Adversarial;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.objective.OptimiserSettings;
import io.astrochrome.trainer.objective.PixelLoss;
import io.astrochrome.trainer.objective.TrainingBatch;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Times training steps and prints them as JSON: an EfficientNet-B4 U-Net at 128 px, eight pictures, with the basic critic.
 * Medians of as many steps as the argument says, after two to warm up. Runs on the trainer-service's class path, which has
 * the engine.
 */
public final class StepBenchmark {
    private static final int SIDE = 128;
    private static final int PICTURES = 8;
    private static final int LAZY_INTERVAL = 4;
    private static final int WARM_UP = 2;

    private StepBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException {
        int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(run(repetitions)));
    }

    private static Map<String, Object> run(int repetitions) {
        TrainingBatch batch = batch();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("network", "EfficientNet-B4 U-Net, basic critic");
        figures.put("sidePixels", SIDE);
        figures.put("pictures", PICTURES);
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("repetitions", repetitions);
        figures.put(
                "engineCheckMillis",
                EngineMeasurement.checkMillis(
                        generator().convolutions(), new Critic(CriticSettings.basic()).convolutions()));
        try (Learner learner = learner(1)) {
            double critic = medianMillis(repetitions, () -> learner.criticStep(batch));
            figures.put("criticStepMillis", critic);
            figures.put("generatorStepMillis", medianMillis(repetitions, () -> learner.generatorStep(batch, true)));
            for (ConvolutionWay way : List.of(ConvolutionWay.PADDED, ConvolutionWay.UNFOLDED)) {
                EngineMeasurement.through(way, () -> {
                    String name = way.name().toLowerCase(Locale.ROOT);
                    figures.put(name + "CriticStepMillis", medianMillis(repetitions, () -> learner.criticStep(batch)));
                    figures.put(
                            name + "GeneratorStepMillis",
                            medianMillis(repetitions, () -> learner.generatorStep(batch, true)));
                });
            }
        }
        try (Learner learner = learner(LAZY_INTERVAL)) {
            Runnable steps = () -> {
                for (int step = 0; step < LAZY_INTERVAL; step++) {
                    learner.criticStep(batch);
                }
            };
            figures.put("lazyPenaltyInterval", LAZY_INTERVAL);
            figures.put("lazyCriticStepMillis", medianMillis(Math.max(1, repetitions / 2), steps) / LAZY_INTERVAL);
        }
        try (ScriptedStep step = new ScriptedStep(generator(), PICTURES, SIDE)) {
            double operations = medianMillis(repetitions, step::throughOperations);
            double inside = medianMillis(repetitions, step::insideLibtorch);
            figures.put("forwardAndGradientsMillis", operations);
            figures.put("forwardAndGradientsInsideLibtorchMillis", inside);
            figures.put("overheadPercent", 100 * (operations / inside - 1));
        }
        return figures;
    }

    private static Generator generator() {
        return new Generator(GeneratorSettings.of(Encoder.EFFICIENTNET_B4), Conventions.of(Encoder.EFFICIENTNET_B4));
    }

    private static Learner learner(int penaltyInterval) {
        ObjectiveSettings objective = new ObjectiveSettings(
                Adversarial.WGAN_GP, 10, penaltyInterval, PixelLoss.L1, 10, 0, 0, 0, null, 0, 0, 0.999);
        Learner learner = new Learner(
                GeneratorSettings.of(Encoder.EFFICIENTNET_B4),
                CriticSettings.basic(),
                objective,
                OptimiserSettings.paper(),
                1);
        learner.learningRates(1e-4, 1e-4);
        return learner;
    }

    private static TrainingBatch batch() {
        SplittableRandom random = new SplittableRandom(1);
        float[] l = new float[PICTURES * SIDE * SIDE];
        float[] ab = new float[2 * l.length];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) random.nextDouble(-1, 1);
        }
        for (int i = 0; i < ab.length; i++) {
            ab[i] = (float) random.nextDouble(-0.3, 0.3);
        }
        return new TrainingBatch(PICTURES, SIDE, SIDE, l, ab);
    }

    private static double medianMillis(int repetitions, Runnable step) {
        for (int i = 0; i < WARM_UP; i++) {
            step.run();
        }
        double[] millis = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            step.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[repetitions / 2];
    }
}
