package io.astrochrome.metrics.registry.files;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.metrics.scoring.ScoringConfig;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings models from the store. Thread-safe. */
@ApplicationScoped
public class FetchedModels {
    private static final Logger LOG = Logger.getLogger(FetchedModels.class);

    /** The file's name is in reasons that are kept for ever: there a model is called as people call it. */
    private static final int NAMED_BY_DIGITS = 12;

    private final ObjectStore objects;
    private final Path folder;

    FetchedModels(ScoringConfig scoring, ObjectStore objects) {
        this.objects = objects;
        this.folder = scoring.stateDirectory().resolve("gate");
    }

    /** Where they lie while they are read. */
    public Path folder() {
        return folder;
    }

    /**
     * The model; whoever asks for it closes it. Throws what the store throws.
     *
     * @param threads that one prediction may use
     * @throws ModelRejectedException where it must not be run
     */
    public ColourModel load(ObjectReference model, int threads) throws ModelRejectedException {
        Path own = null;
        Path file = null;
        try {
            own = Files.createTempDirectory(Files.createDirectories(folder), "model-");
            file = own.resolve(model.sha256().substring(0, NAMED_BY_DIGITS));
            objects.fetch(model, file);
            return ColourModel.load(file, model.sha256(), SessionSettings.cpu(threads));
        } catch (IOException e) {
            throw new UncheckedIOException("a model cannot be put into " + folder, e);
        } finally {
            discard(file);
            discard(own);
        }
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf("%s is left behind: %s", file, e.getMessage());
        }
    }
}
