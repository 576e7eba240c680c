package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.Map;
import java.util.SplittableRandom;

/** The critic that is trained, and the game it plays. */
final class Opponent implements AutoCloseable {
    /** Keeps the critic's random values apart from the generator's. */
    private static final long CRITIC_SALT = 0x5deece66dL;

    private final Critic network;
    private final Trained trained;
    private final ObjectiveSettings objective;
    private long steps;

    Opponent(CriticSettings settings, ObjectiveSettings objective, OptimiserSettings optimiser, long seed) {
        network = new Critic(settings);
        trained = new Trained(network.parameters(), optimiser, seed ^ CRITIC_SALT);
        this.objective = objective;
    }

    Trained trained() {
        return trained;
    }

    long steps() {
        return steps;
    }

    void steps(long taken) {
        steps = taken;
    }

    StepLosses step(TrainingBatch batch, float[] made, long seed) {
        try (Tape tape = Tape.recording(Precision.SINGLE, seed)) {
            Pictures pictures = Pictures.on(tape, batch);
            Value fake = tape.of(made, batch.n(), 2, batch.h(), batch.w());
            Losses losses = new Losses();
            switch (objective.adversarial()) {
                case WGAN_GP -> wasserstein(tape, losses, pictures, fake, batch.n(), seed);
                case CONDITIONAL_GAN -> conditional(tape, losses, pictures, fake);
                case NONE -> throw new IllegalStateException("no game is played, so there is no critic");
            }
            double norm = trained.descend(tape, losses.total());
            StepLosses measured = losses.measured(norm);
            if (measured.finite()) {
                steps++;
            }
            return measured;
        }
    }

    private void wasserstein(Tape tape, Losses losses, Pictures pictures, Value fake, int n, long seed) {
        Value distance = tape.subtract(
                tape.mean(score(tape, pictures.l(), pictures.ab())), tape.mean(score(tape, pictures.l(), fake)));
        losses.add(tape, "wasserstein", distance, -1);
        if (objective.penaltyWeight() > 0 && steps % objective.penaltyInterval() == 0) {
            Value between = between(tape, pictures.ab(), fake, n, seed);
            Value penalty = GradientPenalty.of(tape, between, ab -> score(tape, pictures.l(), ab));
            losses.add(tape, "penalty", penalty, objective.penaltyWeight() * objective.penaltyInterval());
        }
    }

    /** Whether the gradient penalty takes gradients of its gradients. */
    private boolean penalised() {
        return objective.adversarial() == Adversarial.WGAN_GP && objective.penaltyWeight() > 0;
    }

    /** The kinds of its convolutions of which gradients of gradients are taken, with what they read. */
    Map<ConvShape, Feature> penalisedConvolutions() {
        return penalised() ? network.convolutions() : Map.of();
    }

    /** The kinds of its other convolutions. */
    Map<ConvShape, Feature> otherConvolutions() {
        return penalised() ? Map.of() : network.convolutions();
    }

    /** Each picture somewhere on the line from its truth to what was made of it. */
    private static Value between(Tape tape, Value real, Value fake, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] shares = new float[n];
        for (int i = 0; i < n; i++) {
            shares[i] = (float) random.nextDouble();
        }
        Value share = tape.of(shares, n, 1, 1, 1);
        return tape.add(fake, tape.multiply(tape.subtract(real, fake), share));
    }

    /** {@code (softplus(-D(true)) + softplus(D(made))) / 2}: cross-entropy on the patches' logits. */
    private void conditional(Tape tape, Losses losses, Pictures pictures, Value fake) {
        Value real = tape.mean(tape.softPlus(tape.scale(score(tape, pictures.l(), pictures.ab()), -1)));
        Value made = tape.mean(tape.softPlus(score(tape, pictures.l(), fake)));
        losses.add(tape, "critic", tape.add(real, made), 0.5);
    }

    /** What the generator loses by the critic's opinion of its ab. */
    Value generatorLoss(Tape tape, Value l, Value ab) {
        Value scores = score(tape, l, ab);
        return switch (objective.adversarial()) {
            case WGAN_GP -> tape.scale(tape.mean(scores), -1);
            case CONDITIONAL_GAN -> tape.mean(tape.softPlus(tape.scale(scores, -1)));
            case NONE -> throw new IllegalStateException("no game is played, so there is no critic");
        };
    }

    private Value score(Tape tape, Value l, Value ab) {
        TorchOps ops = new TorchOps(trained.parameters(), TorchOps.Mode.TRAINING, penalised());
        return network.forward(ops, tape.concat(l, ab, 1));
    }

    @Override
    public void close() {
        trained.close();
    }
}
