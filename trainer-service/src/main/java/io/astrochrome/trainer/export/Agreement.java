package io.astrochrome.trainer.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.astrochrome.model.ModelContract;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds an exported model against what the trained one gave. */
public final class Agreement {
    /** Largest difference of any ab value, normalised; 0.011 in CIELAB. */
    public static final double TOLERANCE = 1e-4;

    private Agreement() {}

    /**
     * The largest difference between the file's output in ONNX Runtime and the expected ab.
     *
     * @param palette of {@code [n, K]}, or null for a model without that input
     * @throws ExportRefusedException where ONNX Runtime cannot run the file, or it differs by more than
     *     {@value #TOLERANCE}
     */
    public static double require(Path onnx, Probe probe, float @Nullable [] palette, float[] expected) {
        float[] ab = run(onnx, probe, palette);
        if (ab.length != expected.length) {
            throw new ExportRefusedException("the exported model gives " + ab.length
                    + " values where the trained one gives " + expected.length + ": the export is broken");
        }
        double worst = 0;
        for (int i = 0; i < ab.length; i++) {
            worst = Math.max(worst, Math.abs((double) ab[i] - expected[i])); // NaN stays NaN
        }
        if (!(worst <= TOLERANCE)) {
            throw new ExportRefusedException("the exported model differs by " + worst
                    + " from the trained one where at most " + TOLERANCE
                    + " is allowed: the export is broken, or ONNX Runtime or"
                    + " the training engine computes wrongly on this processor");
        }
        return worst;
    }

    /** The file's ab for a probe, in ONNX Runtime on the CPU. */
    public static float[] run(Path onnx, Probe probe, float @Nullable [] palette) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(onnx.toString(), options)) {
            Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
            try {
                long[] shape = {probe.n(), 1, probe.h(), probe.w()};
                inputs.put(
                        ModelContract.INPUT_LIGHTNESS,
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(probe.l()), shape));
                if (palette != null) {
                    long[] hint = {probe.n(), palette.length / probe.n()};
                    inputs.put(
                            ModelContract.INPUT_PALETTE,
                            OnnxTensor.createTensor(environment, FloatBuffer.wrap(palette), hint));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    FloatBuffer buffer = ((OnnxTensor)
                                    result.get(ModelContract.OUTPUT_CHROMA).orElseThrow())
                            .getFloatBuffer();
                    float[] ab = new float[buffer.remaining()];
                    buffer.get(ab);
                    return ab;
                }
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new ExportRefusedException("ONNX Runtime cannot run the exported model: " + e.getMessage(), e);
        }
    }
}
