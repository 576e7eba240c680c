package io.astrochrome.trainer.objective;

import io.astrochrome.model.ModelContract;
import io.astrochrome.model.SelfTest;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.export.Agreement;
import io.astrochrome.trainer.export.ExportOptions;
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
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Exports a generator beside its place, holds it against the engine's answer, and moves it there only if they agree. */
record CheckedExport(Colouriser colouriser, ExportOptions options) {
    /** Seed of the palettes that a model with that input is tried with. */
    private static final long PALETTE_SEED = 1;

    void write(Path onnx, @Nullable Probe real, Map<String, String> metadata) throws IOException {
        Generator generator = colouriser.network();
        Map<String, Tensor> trained = colouriser.values(options.averaged()).save();
        Map<String, Tensor> values = new LinkedHashMap<>(trained);
        float[] looks = colouriser.looks();
        if (looks.length > 0) {
            int count = generator.settings().looks();
            values.put(OnnxModelFile.LOOK_PALETTES, Tensor.ofFloats(looks, count, looks.length / count));
            values.put(OnnxModelFile.LOOK_VIVIDNESS, Tensor.ofFloats(colouriser.vividness(), count, 1));
        }
        Probe formula =
                new Probe(1, SelfTest.DEFAULT_SIDE, SelfTest.DEFAULT_SIDE, SelfTest.lightness(SelfTest.DEFAULT_SIDE));
        // Not a temporary file of the system's making: those are for their owner's eyes alone, and stay so.
        Path unchecked = onnx.resolveSibling(onnx.getFileName() + ".unchecked");
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 0)) {
            parameters.load(options.halfWeights() ? OnnxModelFile.rounded(trained) : trained);
            int width = generator.settings().paletteWidth();
            float[] answer = colouriser.predict(parameters, formula, new float[width]);
            Map<String, String> properties = new LinkedHashMap<>(metadata);
            properties.put(
                    ModelContract.KEY_SELF_TEST,
                    SelfTest.of(SelfTest.DEFAULT_SIDE, answer).toJson());
            OnnxModelFile.write(unchecked, generator, values, options.halfWeights(), properties);
            for (Probe probe : real == null ? List.of(formula) : List.of(formula, real)) {
                float[] palette = palette(probe.n() * width);
                Agreement.require(
                        unchecked, probe, width == 0 ? null : palette, colouriser.predict(parameters, probe, palette));
            }
            Files.move(unchecked, onnx, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }

    private static float[] palette(int length) {
        SplittableRandom random = new SplittableRandom(PALETTE_SEED);
        float[] palette = new float[length];
        for (int i = 0; i < length; i++) {
            palette[i] = (float) random.nextDouble();
        }
        return palette;
    }
}
