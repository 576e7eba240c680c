package io.astrochrome.model;

import ai.onnxruntime.OrtException;
import io.astrochrome.tensors.TensorSides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A model that may be trusted: contract, checksum, signature and self-test have been checked. Thread-safe; predictions run
 * one at a time, each with the session's own threads, on direct buffers that are reused. Whoever loads a model closes it;
 * {@link #close()} waits for the prediction in progress, frees all native memory, and may be called again. A swap is: load
 * the next beside this one, point callers to it, close this one.
 */
public final class ColourModel implements AutoCloseable {
    private final String modelId;
    private final ModelMetadata metadata;
    private final OnnxSession session;
    private final ReentrantLock lock = new ReentrantLock(true);
    private boolean closed;

    private ColourModel(String modelId, ModelMetadata metadata, OnnxSession session) {
        this.modelId = modelId;
        this.metadata = metadata;
        this.session = session;
    }

    /**
     * Loads a file whatever its checksum is.
     *
     * @throws ModelRejectedException where the file must not be run
     */
    public static ColourModel load(Path onnx, SessionSettings settings) throws ModelRejectedException {
        return load(onnx, null, settings);
    }

    /**
     * Loads a file.
     *
     * @param expectedModelId what the file's SHA-256 must be, or null for anything
     * @throws ModelRejectedException where the file must not be run
     */
    public static ColourModel load(Path onnx, @Nullable String expectedModelId, SessionSettings settings)
            throws ModelRejectedException {
        String modelId = hash(onnx);
        if (expectedModelId != null && !expectedModelId.equals(modelId)) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.CHECKSUM,
                    named(onnx, "its SHA-256 is " + modelId + ", not " + expectedModelId + " as promised"));
        }
        OnnxSession session = null;
        try {
            session = OnnxSession.open(onnx, settings);
            ModelMetadata metadata = ModelMetadata.fromProperties(session.properties());
            SelfTest selfTest = SelfTest.fromJson(session.properties().get(ModelContract.KEY_SELF_TEST));
            requireLooks(metadata, session.signature());
            check(session, selfTest);
            ColourModel model = new ColourModel(modelId, metadata, session);
            session = null;
            return model;
        } catch (ModelRejectedException e) {
            throw new ModelRejectedException(e.rule(), named(onnx, String.valueOf(e.getMessage())), e);
        } catch (OrtException e) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.SELF_TEST, named(onnx, "it does not run: " + e.getMessage()), e);
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }

    private static void requireLooks(ModelMetadata metadata, Signature signature) throws ModelRejectedException {
        boolean fit = metadata.looks().stream().allMatch(look -> look.palette().length == signature.paletteSize());
        if (metadata.looks().size() != signature.looks() || !fit) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.METADATA,
                    "it names " + metadata.looks().size() + " looks and tells the likelihood of " + signature.looks()
                            + (fit
                                    ? ""
                                    : ", and a look's palette has not the " + signature.paletteSize()
                                            + " values that it takes"));
        }
    }

    private static void check(OnnxSession session, SelfTest selfTest) throws OrtException, ModelRejectedException {
        var fault = selfTest.findFault(answer(session, selfTest.side()));
        if (fault.isPresent()) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.SELF_TEST,
                    "it fails its self-test: " + fault.get()
                            + "; its weights are broken, or ONNX Runtime computes wrongly on this processor");
        }
    }

    private static float[] answer(OnnxSession session, int side) throws OrtException {
        return session.run(List.of(SelfTest.lightness(side)), side, side, null).ab();
    }

    private static String hash(Path onnx) throws ModelRejectedException {
        try {
            return FileHash.sha256(onnx);
        } catch (IOException e) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.UNREADABLE, named(onnx, "it cannot be read: " + e), e);
        }
    }

    private static String named(Path onnx, String message) {
        return "the model " + onnx.getFileName() + " is rejected: " + message;
    }

    /** SHA-256 of the file, 64 lower-case hex digits. */
    public String modelId() {
        return modelId;
    }

    /** What the file says of itself. */
    public ModelMetadata metadata() {
        return metadata;
    }

    /** {@code CUDA} or {@code CPU}. */
    public String executionProvider() {
        return session.provider().name();
    }

    /** Why it is that execution provider, in a sentence. */
    public String executionProviderReason() {
        return session.provider().reason();
    }

    /** The looks that it offers, in the order of {@link Prediction#looks}; none where it offers none. */
    public List<Look> looks() {
        return metadata.looks();
    }

    /** The look of that name, if it offers it. */
    public Optional<Look> look(String name) {
        return looks().stream().filter(look -> look.name().equals(name)).findFirst();
    }

    /** How many values a palette has; 0 where the model takes none. */
    public int paletteSize() {
        return session.signature().paletteSize();
    }

    /**
     * Colours one batch, in the model's own choice of colours.
     *
     * @param lightness [n,1,height,width] in [-1,1]
     * @throws IllegalArgumentException where the sizes do not agree or a side is not a multiple of 32
     * @throws IllegalStateException where the model is closed, or ONNX Runtime fails
     */
    public Prediction predict(float[] lightness, int n, int height, int width) {
        int pixels = Math.multiplyExact(height, width);
        List<float[]> planes = new ArrayList<>(n);
        if (lightness.length != Math.multiplyExact(n, pixels)) {
            throw new IllegalArgumentException(
                    n + " planes of " + height + " x " + width + " do not make " + lightness.length + " values");
        }
        for (int i = 0; i < n; i++) {
            planes.add(Arrays.copyOfRange(lightness, i * pixels, (i + 1) * pixels));
        }
        return predict(planes, height, width, null);
    }

    /**
     * Colours one batch.
     *
     * @param lightness planes of height x width values in [-1,1], at least one
     * @param palette {@link #paletteSize()} values for all the batch, or null for the model's own choice
     * @throws IllegalArgumentException where the sizes do not agree or a side is not a multiple of 32
     * @throws IllegalStateException where the model is closed, or ONNX Runtime fails
     */
    public Prediction predict(List<float[]> lightness, int height, int width, float @Nullable [] palette) {
        return predict(lightness, Collections.nCopies(lightness.size(), palette), height, width);
    }

    /**
     * Colours one batch of frames that each have a palette of their own.
     *
     * @param lightness planes of height x width values in [-1,1], at least one
     * @param palettes one a plane: {@link #paletteSize()} values, or null for the model's own choice
     * @throws IllegalArgumentException where the sizes do not agree or a side is not a multiple of 32
     * @throws IllegalStateException where the model is closed, or ONNX Runtime fails
     */
    public Prediction predict(List<float[]> lightness, List<float[]> palettes, int height, int width) {
        validate(lightness, height, width);
        validate(palettes, lightness.size());
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model " + metadata.name() + " is closed");
            }
            return session.run(lightness, height, width, palettes);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + metadata.name() + ": " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Colours one frame in several looks, each as vivid as it is: one batch through the network.
     *
     * @param looks at least one; the model's own, or another's whose palettes are as long
     * @param lightness height x width values in [-1,1]
     * @throws IllegalArgumentException where the sizes do not agree or a side is not a multiple of 32
     * @throws IllegalStateException where the model is closed, or ONNX Runtime fails
     */
    public Prediction predict(List<Look> looks, float[] lightness, int height, int width) {
        float[] vividness = new float[looks.size()];
        for (int i = 0; i < vividness.length; i++) {
            vividness[i] = looks.get(i).vividness();
        }
        List<float[]> planes = Collections.nCopies(looks.size(), lightness);
        List<float[]> palettes = looks.stream().map(Look::palette).toList();
        return predict(planes, palettes, height, width).vivid(vividness);
    }

    private void validate(List<float[]> palettes, int frames) {
        if (palettes.size() != frames) {
            throw new IllegalArgumentException(
                    "there must be a palette for each of " + frames + " planes, not " + palettes.size());
        }
        for (float[] palette : palettes) {
            if (palette != null && palette.length != paletteSize()) {
                throw new IllegalArgumentException(
                        "a palette of this model has " + paletteSize() + " values, not " + palette.length);
            }
        }
    }

    private static void validate(List<float[]> lightness, int height, int width) {
        if (lightness.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one plane");
        }
        if (!TensorSides.fits(height) || !TensorSides.fits(width)) {
            throw new IllegalArgumentException(
                    "sides must be positive multiples of " + TensorSides.MULTIPLE + ", not " + width + " x " + height);
        }
        for (float[] plane : lightness) {
            if (plane.length != Math.multiplyExact(height, width)) {
                throw new IllegalArgumentException(
                        "a plane of " + height + " x " + width + " does not have " + plane.length + " values");
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
