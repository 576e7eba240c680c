package io.astrochrome.colorize.replay;

import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds models by file or, among the published ones, by the beginning of their id. */
public final class StoredModels {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");
    private static final int ID_DIGITS = 64;

    private final ObjectStore store;

    public StoredModels(ObjectStore store) {
        this.store = store;
    }

    /**
     * Loads a model with every check.
     *
     * @param named what {@link ModelFiles} finds, or at least 8 digits of a published model's id
     * @throws NoSuchFileException where there is none, or several begin so; the reason says which
     * @throws ModelRejectedException where it must not be run
     */
    public ColourModel load(String named, SessionSettings settings) throws IOException, ModelRejectedException {
        Path path = Path.of(named);
        if (Files.exists(path) || !ID.matcher(named).matches()) {
            return ColourModel.load(ModelFiles.find(path), settings);
        }
        String id = id(named);
        StoredObject object = store.stat(ObjectKeys.model(id))
                .orElseThrow(() -> new NoSuchFileException(named, null, "it is gone from the store"));
        Path file = Files.createTempFile("model", ".onnx");
        try {
            store.fetch(new ObjectReference(object.bucket(), object.key(), object.sizeBytes(), id), file);
            return ColourModel.load(file, id, settings);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private String id(String beginning) throws NoSuchFileException {
        String prefix = ObjectKeys.model(beginning).replace(".onnx", "");
        List<String> keys;
        try (var listed = store.list(prefix)) {
            keys = listed.toList();
        }
        if (keys.size() != 1) {
            throw new NoSuchFileException(
                    beginning,
                    null,
                    keys.isEmpty() ? "the store has no such model" : "several models begin so: " + keys);
        }
        int start = prefix.length() - beginning.length();
        return keys.get(0).substring(start, start + ID_DIGITS);
    }
}
