package io.astrochrome.bench.training;

import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchModule;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Generator;
import java.util.Arrays;
import java.util.List;

/**
 * A generator's forward pass and gradients for L1, two ways: operation by operation through Java, and as one call into
 * libtorch. For measuring what the first costs. Owns native memory; whoever makes it closes it.
 */
final class ScriptedStep implements AutoCloseable {
    private static final long SEED = 1;

    private final Generator generator;
    private final Parameters parameters;
    private final ScriptOps script = new ScriptOps();
    private final TorchModule module;
    private final int pictures;
    private final int side;
    private final float[] l;
    private final float[] ab;

    /** A step on {@code pictures} squares of {@code side} px; the generator has no palette. */
    ScriptedStep(Generator generator, int pictures, int side) {
        this.generator = generator;
        this.pictures = pictures;
        this.side = side;
        EngineCheck.require(generator.convolutions());
        parameters = new Parameters(generator.parameters(), Precision.SINGLE, SEED);
        module = new TorchModule(script.code(generator.forward(script, "x", null)));
        l = new float[pictures * side * side];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) Math.sin(0.1 * i);
        }
        ab = new float[2 * l.length];
        Arrays.fill(ab, 0.1f);
    }

    /** The gradients' norm, operation by operation. */
    double throughOperations() {
        try (Tape tape = Tape.recording(Precision.SINGLE, SEED)) {
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.TRAINING);
            Value made = generator.forward(ops, tape.of(l, pictures, 1, side, side), null);
            Value loss = tape.mean(tape.abs(tape.subtract(made, target(tape))));
            return tape.norm(tape.gradients(loss, parameters.all(script.parameters())));
        }
    }

    /** The gradients' norm, in one call. */
    double insideLibtorch() {
        try (Tape tape = Tape.recording(Precision.SINGLE, SEED)) {
            List<Value> gradients = module.step(
                    tape.of(l, pictures, 1, side, side),
                    target(tape),
                    parameters.all(script.parameters()),
                    parameters.all(script.statistics()));
            return tape.norm(gradients);
        }
    }

    private Value target(Tape tape) {
        return tape.of(ab, pictures, 2, side, side);
    }

    @Override
    public void close() {
        parameters.close();
        module.close();
    }
}
