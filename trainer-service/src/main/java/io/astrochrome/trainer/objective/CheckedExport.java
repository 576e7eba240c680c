package io.astrochrome.trainer.objective;

import io.astrochrome.model.ModelContract;
import io.astrochrome.model.SelfTest;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.export.Agreement;
import io.astrochrome.trainer.export.OnnxModelFile;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.network.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Exports a generator beside its place, holds it against the engine's answer, and moves it there only when both agree.
 *
 * @param predict the engine's answer with given values
 */
record CheckedExport(
        Generator generator,
        Map<String, Tensor> values,
        boolean halves,
        BiFunction<Parameters, Probe, float[]> predict) {

    void write(Path onnx, Probe real, Map<String, String> metadata) throws IOException {
        Map<String, Tensor> exact = halves ? OnnxModelFile.rounded(values) : values;
        Probe formula =
                new Probe(1, SelfTest.DEFAULT_SIDE, SelfTest.DEFAULT_SIDE, SelfTest.lightness(SelfTest.DEFAULT_SIDE));
        Path unchecked = Files.createTempFile(onnx.toAbsolutePath().getParent(), "unchecked", ".onnx");
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 0)) {
            parameters.load(exact);
            float[] answer = predict.apply(parameters, formula);
            Map<String, String> properties = new LinkedHashMap<>(metadata);
            properties.put(
                    ModelContract.KEY_SELF_TEST,
                    SelfTest.of(SelfTest.DEFAULT_SIDE, answer).toJson());
            OnnxModelFile.write(unchecked, generator, values, halves, properties);
            for (Probe probe : real == null ? List.of(formula) : List.of(formula, real)) {
                Agreement.require(unchecked, probe, unguided(probe), predict.apply(parameters, probe));
            }
            Files.move(unchecked, onnx, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }

    private float[] unguided(Probe probe) {
        int width = generator.settings().paletteWidth();
        return width == 0 ? null : new float[probe.n() * width];
    }
}
