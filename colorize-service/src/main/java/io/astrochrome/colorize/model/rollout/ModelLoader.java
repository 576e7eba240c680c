package io.astrochrome.colorize.model.rollout;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings models from the store. What it hands out has passed every check: the object's size and SHA-256, the contract, the
 * self-test, and a first frame at the size that it was trained at, so that the first real one is as quick as the others.
 * Thread-safe.
 */
final class ModelLoader {
    private final ObjectStore store;
    private final Path scratch;
    private final Path shipped;
    private final String shippedId;

    /**
     * Loads from the store.
     *
     * @param shipped the model file that the service is configured with, for as long as nothing better is decided
     */
    ModelLoader(ObjectStore store, Path scratch, Path shipped) throws IOException {
        this.store = store;
        this.scratch = scratch;
        this.shipped = shipped;
        this.shippedId = Sha256.of(shipped);
    }

    /** What became of a model that was to be loaded. */
    sealed interface Outcome {}

    /** It may be trusted, and has coloured a first frame; whoever asked for it closes it. */
    record Loaded(ColourModel model) implements Outcome {}

    /**
     * It must not be used.
     *
     * @param rule the check that it failed, such as {@code self-test}
     */
    record Refused(String rule, String reason) implements Outcome {}

    /** The shipped model's id. */
    String shippedId() {
        return shippedId;
    }

    /**
     * Loads a model; the shipped one from its own file.
     *
     * @param object null for the shipped one
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer: try again
     * @throws UncheckedIOException where the disk fails: try again
     */
    Outcome load(@Nullable ObjectReference object, SessionSettings settings) {
        if (object == null || object.sha256().equals(shippedId)) {
            return open(shipped, shippedId, settings);
        }
        Path file = newFile();
        try {
            store.fetch(object, file);
            return open(file, object.sha256(), settings);
        } catch (ObjectMissingException e) {
            return new Refused("missing", String.valueOf(e.getMessage()));
        } catch (ObjectAlteredException e) {
            return new Refused("altered", String.valueOf(e.getMessage()));
        } finally {
            delete(file);
        }
    }

    private static Outcome open(Path file, String modelId, SessionSettings settings) {
        try {
            ColourModel model = ColourModel.load(file, modelId, settings);
            try {
                warm(model);
                return new Loaded(model);
            } catch (RuntimeException e) {
                model.close();
                return new Refused("warm-up", String.valueOf(e.getMessage()));
            }
        } catch (ModelRejectedException e) {
            return new Refused(
                    e.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'), String.valueOf(e.getMessage()));
        }
    }

    private static void warm(ColourModel model) {
        int side = model.metadata().side();
        model.predict(new float[side * side], 1, side, side);
    }

    private Path newFile() {
        try {
            return Files.createTempFile(scratch, "model-", ".onnx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
