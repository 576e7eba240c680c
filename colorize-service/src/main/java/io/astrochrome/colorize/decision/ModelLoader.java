package io.astrochrome.colorize.decision;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Brings models from the store. What it hands out has passed every check: the object's size and SHA-256, the contract, the
 * self-test, and a first frame at the size that it was trained at, so that the first real one is as quick as the others.
 * Thread-safe.
 */
final class ModelLoader {
    private final ObjectStore store;
    private final Path scratch;
    private final ShippedModel shipped;

    ModelLoader(ObjectStore store, Path scratch, ShippedModel shipped) {
        this.store = store;
        this.scratch = scratch;
        this.shipped = shipped;
    }

    /** The shipped model's id. */
    String shippedId() {
        return shipped.modelId();
    }

    /**
     * Loads a model; the shipped one from its own file.
     *
     * @param object null for the shipped one
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer: try again
     * @throws UncheckedIOException where the disk fails: try again
     */
    LoadOutcome load(ObjectReference object, SessionSettings settings) {
        if (object == null || object.sha256().equals(shipped.modelId())) {
            return open(shipped.file(), shipped.modelId(), settings);
        }
        Path file = newFile();
        try {
            store.fetch(object, file);
            return open(file, object.sha256(), settings);
        } catch (ObjectMissingException e) {
            return new LoadOutcome.Refused("missing", e.getMessage());
        } catch (ObjectAlteredException e) {
            return new LoadOutcome.Refused("altered", e.getMessage());
        } finally {
            delete(file);
        }
    }

    private static LoadOutcome open(Path file, String modelId, SessionSettings settings) {
        try {
            ColourModel model = ColourModel.load(file, modelId, settings);
            try {
                warm(model);
                return new LoadOutcome.Loaded(model);
            } catch (RuntimeException e) {
                model.close();
                return new LoadOutcome.Refused("warm-up", e.getMessage());
            }
        } catch (ModelRejectedException e) {
            return new LoadOutcome.Refused(
                    e.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
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
