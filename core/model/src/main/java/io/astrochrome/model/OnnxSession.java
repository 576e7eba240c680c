package io.astrochrome.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX Runtime session with its buffers. Not thread-safe. Whoever opens it closes it, which frees all that is native.
 */
final class OnnxSession implements AutoCloseable {
    private static final String ALLOW_SPINNING = "session.intra_op.allow_spinning";

    private final OrtSession session;
    private final Signature signature;
    private final ExecutionProvider provider;
    private final Buffers buffers;

    private OnnxSession(OrtSession session, Signature signature, ExecutionProvider provider, Buffers buffers) {
        this.session = session;
        this.signature = signature;
        this.provider = provider;
        this.buffers = buffers;
    }

    static OnnxSession open(Path onnx, SessionSettings settings) throws ModelRejectedException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session = null;
        try (SessionOptions options = new SessionOptions()) {
            environment.setTelemetry(false); // whose frames are coloured is nobody's business
            options.setIntraOpNumThreads(settings.intraOpThreads());
            options.setInterOpNumThreads(settings.interOpThreads());
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            if (!settings.spin()) {
                options.addConfigEntry(ALLOW_SPINNING, "0");
            }
            ExecutionProvider provider = ExecutionProvider.choose(options, settings);
            session = environment.createSession(onnx.toString(), options);
            UnpackedLibraries.delete();
            Signature signature = Signature.of(session);
            OnnxSession opened = new OnnxSession(session, signature, provider, new Buffers(environment, signature));
            session = null;
            return opened;
        } catch (OrtException e) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.UNREADABLE,
                    "ONNX Runtime refuses it: "
                            + String.valueOf(e.getMessage())
                                    .replace(onnx.toString(), onnx.getFileName().toString()),
                    e);
        } finally {
            if (session != null) {
                closeQuietly(session);
            }
        }
    }

    Map<String, String> properties() throws OrtException {
        return session.getMetadata().getCustomMetadata();
    }

    Signature signature() {
        return signature;
    }

    ExecutionProvider provider() {
        return provider;
    }

    /** Runs planes of height x width values each, each with its palette; a null palette, or list, is all zero. */
    Prediction run(List<float[]> lightness, int height, int width, @Nullable List<float[]> palettes)
            throws OrtException {
        int n = lightness.size();
        buffers.shape(n, height, width);
        var l = buffers.memory(ModelContract.INPUT_LIGHTNESS);
        lightness.forEach(l::put);
        if (signature.paletteSize() > 0) {
            var hints = buffers.memory(ModelContract.INPUT_PALETTE);
            float[] unguided = new float[signature.paletteSize()];
            for (int i = 0; i < n; i++) {
                float[] palette = palettes == null ? null : palettes.get(i);
                hints.put(palette == null ? unguided : palette);
            }
        }
        session.run(buffers.inputs(), buffers.outputs()).close();
        int pixels = n * height * width;
        float[] ab = new float[2 * pixels];
        buffers.memory(ModelContract.OUTPUT_CHROMA).get(ab);
        float @Nullable [] confidence = signature.givesConfidence() ? new float[pixels] : null;
        if (confidence != null) {
            buffers.memory(ModelContract.OUTPUT_CONFIDENCE).get(confidence);
        }
        float[] looks = new float[n * signature.looks()];
        if (looks.length > 0) {
            buffers.memory(ModelContract.OUTPUT_LOOKS).get(looks);
        }
        return new Prediction(n, height, width, ab, confidence, looks);
    }

    @Override
    public void close() {
        buffers.close();
        closeQuietly(session);
    }

    private static void closeQuietly(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime would not close a session", e);
        }
    }
}
