package io.astrochrome.trainer.looks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.astrochrome.model.ModelContract;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.export.OnnxModelFile;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a file of {@link OnnxModelFile#writeDecoder} in ONNX Runtime. Whoever opens it closes it. */
public final class DecoderSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<Integer> channels;

    /**
     * Opens it.
     *
     * @param channels of the decoder's maps
     * @throws IllegalStateException where ONNX Runtime cannot run it
     */
    public DecoderSession(Path onnx, List<Integer> channels) {
        this.channels = List.copyOf(channels);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            session = environment.createSession(onnx.toString(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot open the decoder: " + e.getMessage(), e);
        }
    }

    /** What the decoder makes of a picture. */
    public DecoderMaps of(NormalisedLab picture) {
        long[] shape = {1, 1, picture.height(), picture.width()};
        try (OnnxTensor l = OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture.l()), shape);
                OrtSession.Result result = session.run(Map.of(ModelContract.INPUT_LIGHTNESS, l))) {
            List<float[]> maps = new ArrayList<>();
            for (int i = 0; i < channels.size(); i++) {
                maps.add(floats(result, OnnxModelFile.DECODER_MAP + i));
            }
            float[] seen = floats(result, OnnxModelFile.DECODER_SEEN);
            return new DecoderMaps(channels, maps, picture.l(), picture.height(), picture.width(), seen);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the decoder: " + e.getMessage(), e);
        }
    }

    private static float[] floats(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime would not close a session", e);
        }
    }
}
