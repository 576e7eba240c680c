package io.astrochrome.trainer.data;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings a data folder ({@value DatasetManifest#FILE_NAME} and the files it names) into a tensor store. Pictures that the store
 * has already are not decoded again unless they were prepared in an earlier way; what counts is their bytes, not their
 * names. The split and the labels are those of
 * the manifest as it is now.
 */
public final class FolderPictures {
    private final Path folder;
    private final FilesWithin files;
    private final TensorStore store;
    private final LabTensorMaker maker = new LabTensorMaker();

    public FolderPictures(Path folder, TensorStore store) {
        this.folder = folder;
        this.files = new FilesWithin(folder);
        this.store = store;
    }

    /**
     * The folder's pictures.
     *
     * @param watcher hears how many are done
     * @throws DataException where the manifest or a picture breaks a rule; the message names it
     */
    public PictureSet load(ImportWatcher watcher) throws IOException {
        List<ManifestEntry> entries = DatasetManifest.read(folder).entries();
        AtomicInteger done = new AtomicInteger();
        try {
            return new PictureSet(entries.parallelStream()
                    .map(entry -> {
                        TrainingPicture picture = load(entry);
                        watcher.imported(done.incrementAndGet(), entries.size());
                        return picture;
                    })
                    .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private TrainingPicture load(ManifestEntry entry) {
        try {
            Path file = files.find(entry.file())
                    .orElseThrow(() -> new DataException(
                            DatasetManifest.FILE_NAME + " names " + entry.file() + ", which is not in " + folder));
            byte[] bytes = Files.readAllBytes(file);
            String id = Sha256.of(bytes);
            if (!store.isPrepared(id, FramePipeline.VERSION)) {
                store.replace(maker.make(file, ingested(id, bytes.length, file, entry)));
            }
            return store.find(id)
                    .orElseThrow()
                    .described(entry.file(), entry.purpose(), entry.group(), entry.category());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FrameIngested ingested(String id, long size, Path file, ManifestEntry entry) {
        String name = file.getFileName().toString();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(TrainingLabels.GROUP, entry.group());
        labels.put(TrainingLabels.CATEGORY, entry.category());
        labels.put(TrainingLabels.LICENCE, entry.licence());
        labels.put(TrainingLabels.PREPARATION, FramePipeline.VERSION);
        return new FrameIngested(
                id,
                entry.object().isBlank() ? name : entry.object(),
                new ObjectReference("folder", entry.file(), size, id),
                "image/" + name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
                name,
                entry.purpose(),
                "folder",
                null,
                Instant.now(),
                null,
                labels);
    }

    /** Hears how an import goes. */
    @FunctionalInterface
    public interface ImportWatcher {
        /** Called from several threads. */
        void imported(int done, int total);
    }
}
