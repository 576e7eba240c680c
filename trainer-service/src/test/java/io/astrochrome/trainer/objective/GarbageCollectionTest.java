package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is collected between a forward pass and its gradients must not be what the gradients are made of: DJL's plain numbers
 * are, wherever a loss is weighed with one.
 */
class GarbageCollectionTest {
    private static final int N = 2;
    private static final int ROUNDS = 2;
    private static final TrainingBatch BATCH = TinyLearner.batch(N, 1);

    @Test
    void theGeneratorsGradientsStayTheSame() {
        GeneratorSettings settings = TinyLearner.generator()
                .withAttention(true, true)
                .withPaletteWidth(28)
                .withDropout(0.2);
        Generator generator = new Generator(settings, Conventions.of(settings.encoder()));
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 3)) {
            List<float[]> undisturbed = ofGenerator(generator, parameters, false);
            for (int round = 0; round < ROUNDS; round++) {
                assertSame(ofGenerator(generator, parameters, true), undisturbed);
            }
        }
    }

    /** Gradients of every term that needs no weight file. */
    private static List<float[]> ofGenerator(Generator generator, Parameters parameters, boolean collect) {
        ObjectiveSettings terms = new ObjectiveSettings(
                Adversarial.WGAN_GP, 10, 1, PixelLoss.CHARBONNIER, 10, 1, 0.5, 0, null, 3, 2, 0.9);
        try (GeneratorObjective objective = new GeneratorObjective(terms);
                Tape tape = Tape.recording(Precision.SINGLE, 5)) {
            Pictures pictures = Pictures.on(tape, BATCH);
            Value hint = tape.of(PaletteHint.of(BATCH, 28), N, 28, 1, 1);
            Value ab = generator.forward(new TorchOps(parameters, TorchOps.Mode.TRAINING), pictures.l(), hint);
            Value unguided = tape.number(1, N, 1, 1, 1);
            return gradients(tape, objective.of(tape, pictures, ab, unguided), parameters, collect);
        }
    }

    @Test
    void theCriticsGradientsStayTheSame() {
        Critic critic = new Critic(new CriticSettings(CriticKind.COMPLEX, 4, 0.2));
        try (Parameters parameters = new Parameters(critic.parameters(), Precision.SINGLE, 3)) {
            List<float[]> undisturbed = ofCritic(critic, parameters, false);
            for (int round = 0; round < ROUNDS; round++) {
                assertSame(ofCritic(critic, parameters, true), undisturbed);
            }
        }
    }

    private static List<float[]> ofCritic(Critic critic, Parameters parameters, boolean collect) {
        try (Tape tape = Tape.recording(Precision.SINGLE, 5)) {
            Pictures pictures = Pictures.on(tape, BATCH);
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.TRAINING);
            Losses losses = new Losses();
            Value score = critic.forward(ops, tape.concat(pictures.l(), pictures.ab(), 1));
            losses.add(tape, "wasserstein", tape.mean(score), -1);
            Value penalty = GradientPenalty.of(
                    tape, pictures.ab(), between -> critic.forward(ops, tape.concat(pictures.l(), between, 1)));
            losses.add(tape, "penalty", penalty, 10);
            return gradients(tape, losses, parameters, collect);
        }
    }

    private static List<float[]> gradients(Tape tape, Losses losses, Parameters parameters, boolean collect) {
        if (collect) {
            collectGarbage();
        }
        return tape.gradients(losses.total(), parameters.all(parameters.learning())).stream()
                .map(Value::toFloats)
                .toList();
    }

    /** Collects, and writes over what was freed: numbers as small as those that DJL wraps. */
    private static void collectGarbage() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            for (int k = 0; k < 2000; k++) {
                ByteBuffer.allocateDirect(Double.BYTES).putDouble(0, 7e30);
            }
        }
    }

    private static void assertSame(List<float[]> disturbed, List<float[]> undisturbed) {
        assertThat(disturbed).hasSameSizeAs(undisturbed);
        assertThat(squares(undisturbed))
                .as("there is something to change")
                .isFinite()
                .isPositive();
        for (int i = 0; i < disturbed.size(); i++) {
            assertThat(disturbed.get(i)).as("gradient %d", i).isEqualTo(undisturbed.get(i));
        }
    }

    private static double squares(List<float[]> gradients) {
        double sum = 0;
        for (float[] gradient : gradients) {
            for (float value : gradient) {
                sum += (double) value * value;
            }
        }
        return sum;
    }
}
